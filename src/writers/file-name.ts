/** The outputs of a build. */
export type Output = 'docx' | 'xlsx' | 'html';

/** Most bytes of UTF-8 that a file name can have. */
const most = 255;

/** Names that Windows keeps for devices, also with anything behind a dot. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(?:\.|$)/i;

const fullWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 0xfee0);

/** A name of an organ as part of a file name: what file names cannot have becomes full-width, what is invisible goes. */
function safe(organ: string): string {
  const clean = organ
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, fullWidth)
    .trim()
    .replace(/^[.~$-]+/, (start) => [...start].map(fullWidth).join(''));
  return reserved.test(clean) ? clean.replace('.', '．') : clean;
}

/** Whole characters from the start of a text, at most so many bytes of UTF-8. */
function within(text: string, bytes: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept.trimEnd();
}

/**
 * The name of an output: `<机关><年度>年政府信息公开工作年度报告`, `（附表）` for the XLSX, `（草稿）` for a draft.
 * An organ's name that is too long is cut so that the name has at most 255 bytes.
 */
export function fileName(organ: string, year: number, output: Output, draft: boolean): string {
  const rest = `${year}年政府信息公开工作年度报告${output === 'xlsx' ? '（附表）' : ''}${draft ? '（草稿）' : ''}.${output}`;
  return within(safe(organ), most - Buffer.byteLength(rest)) + rest;
}
