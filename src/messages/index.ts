import type { Code } from '../finding.ts';
import { ignore } from './ignore.ts';
import { language } from './language.ts';
import { ledger } from './ledger.ts';
import { narrative } from './narrative.ts';
import { plausible } from './plausible.ts';
import type { Rule } from './rule.ts';
import { shape } from './shape.ts';
import { structure } from './structure.ts';
import { sums } from './sums.ts';
import { value } from './value.ts';
import { yaml } from './yaml.ts';
import { years } from './years.ts';

/** What is said of every check; a code without its sentences does not compile. */
export const rules: Readonly<Record<Code, Rule>> = {
  ...yaml,
  ...shape,
  ...value,
  ...ignore,
  ...sums,
  ...years,
  ...narrative,
  ...ledger,
  ...structure,
  ...plausible,
  ...language,
};
