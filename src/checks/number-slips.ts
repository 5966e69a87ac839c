import type { Args, Code } from '../finding.ts';
import { isNumber } from '../report/cell.ts';

/** What stands where a number should, as the name of a sentence and what to fill it with. */
export interface NumberSlip {
  readonly code: Code;
  readonly say: string;
  readonly args: Args;
}

/** How clerks write numbers that cannot be read in one way only; the first that fits names the slip. */
const slips: readonly (readonly [say: string, pattern: RegExp])[] = [
  ['value', /\{\{/],
  ['by-ledger', /^按台[账帐]$/],
  ['dash', /^[-/／\\—–−－~～_]{1,4}$/],
  ['full-width', /^[+\-－＋]?[0-9０-９,，.．]*[０-９．－＋][0-9０-９,，.．]*$/],
  ['full-width', /^[−–—]\d[\d.,]*$/],
  ['thousands', /^[+-]?\d{1,3}(?:[,，'’]\d{3})+(?:\.\d+)?$/],
  ['unit', /^[+-]?\d[\d.,]*\s*(?:[件条个宗份篇次起部项元年人台封页]|万元|亿元|万|人次)$/],
  ['inexact', /^(?:约|近|超)?\d[\d.,]*\s*(?:\+|余|多|左右|以上)/],
  ['inexact', /^(?:约|近|超)|^[一二两三四五六七八九十百千万几]+[余多几]/],
  ['hexadecimal', /^[+-]?0[xXoObB][\da-fA-F]+$/],
  ['leading-zero', /^[+-]?0\d+(?:\.\d+)?$/],
  ['exponent', /^[+-]?\d+(?:\.\d+)?[eE][+-]?\d+$/],
  ['separated', /^\d[\d _]*$/],
  ['spaced', /^[\s\u200b\ufeff]*\d+(?:\.\d+)?[\s\u200b\ufeff]*$/],
  ['chinese', /^[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿]+$/],
  ['none', /^(?:无|没有|空|暂无|none|nil|n\/a|na)$/i],
  ['yes', /^(?:yes|no|true|false|on|off|y|n|是|否|有|√|×|✓)$/i],
];

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

const withPlus = /^\+\d/;

/** Names the slip in a text that is no number of its kind; `quoted`: it stands in quotation marks. */
export function numberSlip(
  found: string,
  kind: 'count' | 'signed' | 'money' | 'amount' | 'length',
  quoted: boolean,
): NumberSlip {
  const args = { found: found.length > 40 ? `${found.slice(0, 40)}…` : found };
  const number = (say: string): NumberSlip => ({ code: 'shape/number', say, args });
  const slip = slips.find(([, pattern]) => pattern.test(found))?.[0];
  if (slip === 'leading-zero' || !plainNumber.test(found)) return number(slip ?? (found ? 'default' : 'blank'));
  if (quoted) return number('quoted');
  if (found.startsWith('-') && kind !== 'signed') return { code: 'shape/negative', say: 'default', args };
  const fraction = found.includes('.');
  if (fraction && kind !== 'money' && kind !== 'amount') return number('decimal');
  const digits = found.replace(/^[+-]/, '').split('.')[0] ?? '';
  if (digits.length > 12) return number('too-large');
  if (withPlus.test(found)) return number('plus');
  if (fraction && (found.split('.')[1] ?? '').length > 12) return number('too-long');
  // It would be a number but for what was trimmed off it: a full-width space.
  return number(kind !== 'amount' && kind !== 'length' && isNumber(kind, found) ? 'spaced' : 'default');
}
