import { type Finding, finding, type TextPlace } from '../finding.ts';
import { nearest } from './nearest.ts';

/** A key, or a name that stands for one, that is none of those known; it names the nearest where one is like it. */
export function unknownKey(name: string, known: readonly string[], at: TextPlace): Finding {
  const near = nearest(name, known);
  const found = name.slice(0, 40);
  return near === undefined
    ? finding('shape/unknown-key', at, { found })
    : finding('shape/unknown-key', at, { found, nearest: near }, { say: 'nearest' });
}
