import { Chalk } from 'chalk';
import type { Severity } from '../finding.ts';

type Brush = (text: string) => string;

/** Colours by what is painted. */
export type Paint = Readonly<Record<Severity | 'place' | 'dim', Brush>>;

/** Colours, or with `color` false none. */
export function painter(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return { error: chalk.red, warning: chalk.yellow, notice: chalk.cyan, place: chalk.bold, dim: chalk.dim };
}
