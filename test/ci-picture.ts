import { displayWidth } from '../src/width.ts';

/** An annotation as the runner reads it of a line of output. */
interface Annotation {
  readonly severity: string;
  readonly file: string;
  readonly line: string;
  readonly title: string;
  readonly message: string;
}

const unescaped = (text: string): string =>
  text.replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');

/** The annotations among the lines of an output. */
function annotationsOf(output: string): readonly Annotation[] {
  return [...output.matchAll(/^::(error|warning|notice) file=([^,]+),line=(\d+),.*?title=([^:]+)::(.*)$/gm)].map(
    ([, severity = '', file = '', line = '', title = '', message = '']) => ({
      severity,
      file: unescaped(file),
      line,
      title: unescaped(title),
      message: unescaped(message),
    }),
  );
}

/** Units of the picture: a half-width character, a line, the space around. */
const [column, row, margin] = [7.5, 22, 18];
const columns = 104;
const width = columns * column + 2 * margin;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What stands for lines left out. */
const cut = '……';

/** A piece of text at a column, stretched to the columns of a terminal whatever the font. */
const piece = (text: string, at: number, y: number, style: string): string =>
  text.trim() === ''
    ? ''
    : `<text class="${style}" x="${(margin + at * column).toFixed(1)}" y="${y}"${text === cut ? '' : ` textLength="${(displayWidth(text) * column).toFixed(1)}"`} xml:space="preserve">${escaped(text)}</text>\n`;

/** A text cut into lines of the picture's width. */
function wrapped(text: string, most = columns): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (displayWidth(line + character) > most) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

/** A line of the log as pieces with their style. */
type Line = readonly (readonly [text: string, style: string])[];

/** The frames of the errors in a text of findings, line by line. */
const errorLines = (text: string): readonly Line[] =>
  text
    .split('\n\n')
    .filter((frame) => / 错误: /.test(frame.split('\n')[0] ?? ''))
    .flatMap((frame) => [...frame.split('\n').flatMap((line) => wrapped(line)), ''])
    .map((line) => {
      const [, place = '', mark = '', rest = ''] = /^(\S+:\d+:\d+: )(错误: )(.*)$/.exec(line) ?? [];
      if (mark !== '')
        return [
          [place, 'bright'],
          [mark, 'red'],
          [rest, 'plain'],
        ];
      return [[line, /^ *\| +\^+$/.test(line) ? 'red' : 'plain']];
    });

const labels: Readonly<Record<string, string>> = { error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ' };

/**
 * What a job of GitHub Actions shows of a check, drawn from what the program printed there: the log of the step, where the
 * runner shows annotations by their messages, and the annotations of the job.
 */
export function ciPicture(command: string, text: string, summary: string): string {
  const all = annotationsOf(text);
  const errors = all.filter(({ severity }) => severity === 'error');
  const shown = errors.map(
    ({ severity, message }): Line => [
      [labels[severity] ?? '', 'red'],
      [message.split('\n')[0] ?? '', 'plain'],
    ],
  );
  const log: readonly Line[] = [
    [[`▸ Run ${command}`, 'bright']],
    [[cut, 'dim']],
    ...errorLines(text),
    [[cut, 'dim']],
    [[summary, 'plain']],
    ...shown,
    [
      ['Error: ', 'red'],
      ['Process completed with exit code 1.', 'plain'],
    ],
  ];
  const top = 52;
  let y = top + row;
  const parts = log.map((line) => {
    let at = 0;
    const drawn = line.map(([words, style]) => {
      const made = piece(words, at, y, style);
      at += displayWidth(words);
      return made;
    });
    y += row;
    return drawn.join('');
  });
  const bottom = y - row + 12;
  const count = (severity: string): number => all.filter((one) => one.severity === severity).length;
  const head = `${count('error')} errors, ${count('warning')} warnings, and ${count('notice')} notices`;
  y = bottom + 30;
  const panel = [piece('Annotations', 0, y, 'ink bold'), piece(head, 13, y, 'grey')];
  for (const { title, file, line, message } of errors) {
    y += row + 12;
    panel.push(piece('✕', 0, y, 'danger'), piece(title, 3, y, 'ink bold'));
    panel.push(piece(`${file}#L${line}`, 5 + displayWidth(title), y, 'grey'));
    for (const part of message
      .split('\n')
      .slice(0, 2)
      .flatMap((line) => wrapped(line, columns - 3))) {
      y += row;
      panel.push(piece(part, 3, y, 'ink'));
    }
  }
  const height = y + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img" aria-label="${escaped(summary)}">
<style>
text { font: 15px "Noto Sans Mono CJK SC", "Sarasa Mono SC", Consolas, Menlo, "Microsoft YaHei", monospace; }
.plain { fill: #d1d7e0; } .bright { fill: #fff; font-weight: bold; } .dim { fill: #8b949e; } .red { fill: #ff7b72; }
.ink { fill: #1f2328; } .bold { font-weight: bold; } .grey { fill: #59636e; } .danger { fill: #d1242f; font-weight: bold; }
</style>
<rect width="100%" height="100%" fill="#fff"/>
${piece('✕', 0, 32, 'danger')}${piece('检查年度报告', 3, 32, 'ink bold')}<rect y="${top - 6}" width="100%" height="${bottom - top + 6}" fill="#0d1117"/>
${parts.join('')}${panel.join('')}</svg>
`;
}
