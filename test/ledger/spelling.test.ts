import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, sameText } from '../../src/ledger/spelling.ts';

const marks: Readonly<Record<string, string>> = {
  '、': ',',
  '。': '.',
  '【〔[「': '(',
  '】〕]」': ')',
  '《〈': '<',
  '》〉': '>',
  '“”': '"',
  '‘’': "'",
  '—–―': '-',
  '•・': '·',
};

/** White space, and what stands in a text without being seen. */
const unseen = /\s|[\u00ad\u200b-\u200f\u2060]/gu;

/** The same in the words of its description, slowly. */
function described(text: string): string {
  let alike = text.normalize('NFKC').replace(unseen, '');
  for (const [from, to] of Object.entries(marks)) for (const mark of from) alike = alike.replaceAll(mark, to);
  return alike.replace(/-+/gu, '-').replace(/[.,;:]+$/u, '');
}

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'关于印发《2020年工作要点》的通知（试行）第1-2期') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...'、。【〔[「】〕]」《〈》〉“”‘’—–―•・．，；：－-.,;: 　\t\n·…①㈠\u200b\u00ad'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const title = fc.array(character, { maxLength: 30 }).map((parts) => parts.join(''));

describe('texts are compared without spaces, width and kinds of marks', () => {
  it('as described', () => {
    fc.assert(
      fc.property(title, (text) => sameText(text) === described(text)),
      { numRuns: 2000 },
    );
  });

  it('labels keep their marks', () => {
    fc.assert(
      fc.property(title, (text) => compact(text) === text.normalize('NFKC').replace(unseen, '')),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['县政府〔2020〕3号', '县政府[2020]３号'],
    ['关于 “放管服” 的通知', '关于"放管服"的通知。'],
    ['工作要点——试行', '工作要点-试行'],
    ['关于\u200b修路的\u2060通知', '关于修路的通知'],
  ])('%s is %s', (one, other) => {
    expect(sameText(one)).toBe(sameText(other));
  });

  it('第1-2期 is not 第12期', () => {
    expect(sameText('第1-2期')).not.toBe(sameText('第12期'));
  });
});
