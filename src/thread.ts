import { isMainThread, workerData } from 'node:worker_threads';
import { load } from './loader.ts';

// A thread, or a process of its own, is started with the name of the file that it runs, which is loaded as the program itself is.
load(isMainThread ? String(process.argv[2]) : (workerData as { readonly program: string }).program);
