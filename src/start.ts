import { load } from './loader.ts';

load('program.js');
