// Markdown, and numbers as a table shows them.
export const print = (text = '') => process.stdout.write(`${text}\n`);

/** Prints a table whose first columns, as many as `words`, are words. */
export function table(head, rows, words = 1) {
  print(`| ${head.join(' | ')} |`);
  print(`| ${head.map((_, at) => (at < words ? '---' : '--:')).join(' | ')} |`);
  for (const row of rows) print(`| ${row.join(' | ')} |`);
  print();
}

export const seconds = (milliseconds) =>
  milliseconds === undefined
    ? ''
    : milliseconds < 1000
      ? `${Math.round(milliseconds)} ms`
      : `${(milliseconds / 1000).toFixed(1)} s`;

export const times = (ratio) => (Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : '');
export const megabytes = (number) => (number === undefined ? '' : `${number} MB`);
export const thousands = (number) => number.toLocaleString('en');
