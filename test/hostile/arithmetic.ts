/** Rows of table 三 and what follows from them, read from a report's text by nothing of the program: an oracle. */
type Rows = ReadonlyMap<string, readonly number[]>;

/** The lines under a key at the margin, comments and empty lines left out; undefined where the key is not there just once. */
function linesUnder(text: string, key: string): readonly string[] | undefined {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (line === `${key}:` ? [at] : []));
  const [start] = starts;
  if (start === undefined || starts.length > 1) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^[^\s#]/.test(line));
  return rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
}

/** Rows written as lists of plain numbers; undefined as soon as a line is anything else. */
function rowsUnder(text: string, key: string): Rows | undefined {
  const lines = linesUnder(text, key);
  if (!lines) return undefined;
  const rows = new Map<string, readonly number[]>();
  let group = '';
  for (const line of lines) {
    const [, indent = '', name = '', list] = /^( +)([^\s:[\]{}]+):(?: +\[([\d, ]+)\])? *$/.exec(line) ?? [];
    if (name === '') {
      if (/^ +其余为零: true *$/.test(line)) continue;
      return undefined;
    }
    if (list === undefined) {
      group = name;
      continue;
    }
    const path = indent.length > 2 ? `${group}.${name}` : name;
    const numbers = list.split(',').map((part) => part.trim());
    if (rows.has(path) || numbers.some((part) => !/^(?:0|[1-9]\d{0,8})$/.test(part))) return undefined;
    rows.set(path, numbers.map(Number));
  }
  return rows;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

/**
 * Whether the tables of a report as typed break one of the sums of the official form (第一项加第二项之和，等于第三项加第四项之和);
 * undefined where the text is not plain enough to be read here.
 */
export function breaksTheForm(text: string): boolean | undefined {
  const requests = rowsUnder(text, '依申请公开');
  const reviews = rowsUnder(text, '复议诉讼');
  if (!requests || !reviews) return undefined;
  for (const row of requests.values()) if (row.length !== 7) return undefined;
  for (const row of reviews.values()) {
    if (row.length !== 5) return undefined;
    if (sum(row.slice(0, 4)) !== row[4]) return true;
  }
  const none = [0, 0, 0, 0, 0, 0, 0];
  const row = (name: string): readonly number[] => requests.get(name) ?? none;
  const ends = ['本年新收', '上年结转', '总计', '结转下年度'];
  const outcomes = [...requests].filter(([name]) => !ends.includes(name)).map(([, numbers]) => numbers);
  for (const numbers of requests.values()) if (sum(numbers.slice(0, 6)) !== numbers[6]) return true;
  for (let column = 0; column < 7; column += 1) {
    const at = (name: string): number => row(name)[column] ?? 0;
    const settled = sum(outcomes.map((numbers) => numbers[column] ?? 0));
    if (requests.has('总计') && at('总计') !== settled) return true;
    if (at('本年新收') + at('上年结转') !== settled + at('结转下年度')) return true;
  }
  return false;
}
