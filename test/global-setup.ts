import { installTools } from './tools.ts';

/** Brings the programs that the tests open our files with. */
export const setup = installTools;
