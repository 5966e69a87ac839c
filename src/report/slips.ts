import type { Finding } from '../finding.ts';
import type { Draft } from './draft.ts';

/** Slips that YAML reads without complaint as something else. */
export const slipsOf = (_draft: Draft): readonly Finding[] => [];
