import { workerData } from 'node:worker_threads';
import { load } from './loader.ts';

// A thread is started with the name of the file that it runs, which is loaded as the program itself is.
load((workerData as { readonly program: string }).program);
