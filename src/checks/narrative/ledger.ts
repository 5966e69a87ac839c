import { type Finding, finding, type Note } from '../../finding.ts';
import { leaves } from '../../forms/walk.ts';
import type { ItemCounts, Ledger } from '../../ledger/ledger.ts';
import type { Report } from '../../report/report.ts';
import { cellOf } from '../cells.ts';
import type { Subject } from '../subject.ts';
import { isSaidBy } from './figures.ts';
import { counts } from './parts.ts';
import { scopeOfWords } from './scope.ts';
import type { Spoken } from './spoken.ts';
import type { Stretch } from './stretch.ts';
import { isChannel, nameOf } from './words.ts';

/** All items of the ledger, or those of one channel. */
interface Population {
  readonly name: string;
  readonly channel?: string;
  readonly total: number;
}

const known: readonly (readonly [RegExp, string])[] = [
  [/网站|门户|官网/, '政府网站'],
  [/微博/, '政务微博'],
  [/微信|公众号/, '政务微信'],
  [/公报/, '政府公报'],
];

const populationsOf = ({ total, channels }: ItemCounts): readonly Population[] => [
  { name: '总数', total },
  ...[...channels].map(([channel, count]) => ({ name: channel, channel, total: count })),
];

/** The one channel of the ledger that words name; undefined where they name none or several. */
function channelOf(words: string, items: ItemCounts): string | undefined {
  const found = new Set([
    ...known.filter(([pattern]) => pattern.test(words)).map(([, name]) => name),
    ...[...items.channels.keys()].filter((name) => name.length > 1 && words.includes(name)),
  ]);
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

const plain = (name: string): string =>
  name
    .replace(/^(?:通过|发布|公开|主动公开|更新|推送)+/, '')
    .replace(/(?:的|类|信息|公开)+$/, '')
    .replace(/类?信息$/, '');

const namesOf = (items: ItemCounts): ReadonlyMap<string, string> =>
  new Map([...items.categories.keys()].map((category) => [plain(category), category]));

const within = (items: ItemCounts, category: string, { channel }: Population): number =>
  channel === undefined ? (items.categories.get(category) ?? 0) : items.categoryInChannel(category, channel);

function whereNotes(ledger: Ledger, name: string, shown: string): readonly Note[] {
  return ledger
    .where(name)
    .slice(0, 3)
    .map((at) => ({ say: 'where', args: { name: shown }, at }));
}

const isItem = ({ statement }: Spoken): boolean =>
  counts(statement) && statement.figure.measure === 'item' && !statement.figure.vague;

const isDisclosed = (words: string): boolean =>
  /公开|发布|推送|更新/.test(words) &&
  !/申请|解读|留言|答复|回应|访谈|会议|复议|诉讼|许可|处罚|规范性|规章|采购/.test(words);

/** 全年主动公开政府信息N条: a total of items that names no channel. */
const isTotal = ({ own }: Spoken): boolean =>
  isDisclosed(own) &&
  /信息(?:数量?|总数|总量)?(?:共|共计|累计|合计|总计|为|达)*$/.test(own) &&
  !isChannel(own) &&
  !/其中|(?<!各)类|重点|[^府务类开]信息/.test(own);

/** Whether a table of the report prints this number for the same count: then the table is wrong, and is told so itself. */
const isPrinted = ({ extensions }: Report, counted: string, value: number): boolean =>
  extensions.some((table) =>
    leaves(table.form).some(
      (leaf) =>
        leaf.line.counts === `台账.${counted}` &&
        leaf.block.columns.some((column) => cellOf(table, leaf, column.id)?.value === value),
    ),
  );

/**
 * Items by channel, category and in all as the text gives them against the ledger; a list is compared within the items or
 * the channel that its total fits, and only what fits nowhere is wrong: `narrative/ledger`.
 */
export function checkLedgerNumbers({ ledger, report }: Subject, stretch: Stretch): readonly Finding[] {
  if (!ledger || ledger.items.total === 0) return [];
  const { items } = ledger;
  const populations = populationsOf(items);
  const categories = namesOf(items);
  return stretch.spoken.flatMap((spoken): readonly Finding[] => {
    const { statement, own, sentence, owner } = spoken;
    if (!isItem(spoken) || scopeOfWords(sentence, report)) return [];
    const { figure } = statement;
    const { value } = figure;
    const made = (say: string, name: string, computed: number, notes: readonly Note[]): readonly Finding[] => [
      finding(
        'narrative/ledger',
        stretch.place(statement.figure.from, statement.figure.to),
        { name, reported: value, computed, difference: Math.abs(value - computed) },
        { say, values: { reported: value, computed, difference: value - computed }, notes },
      ),
    ];
    const category = categories.get(plain(nameOf(own)));
    if (category !== undefined) {
      const total = owner?.figure.value;
      const fitting = populations.filter((population) => population.total === total);
      const tried = fitting.length > 0 ? fitting : populations;
      const [first] = tried;
      if (!first || tried.some((population) => isSaidBy(figure, within(items, category, population)))) return [];
      const notes: readonly Note[] =
        fitting.length > 0 ? [{ say: 'within', args: { population: first.name, total: first.total } }] : [];
      return made('category', category, within(items, category, first), [
        ...notes,
        ...whereNotes(ledger, `类别.${category}`, category),
      ]);
    }
    const channel = isChannel(own) ? channelOf(own, items) : undefined;
    if (channel !== undefined && (isDisclosed(own) || (owner && isDisclosed(owner.clause)))) {
      const computed = items.channels.get(channel) ?? 0;
      if (items.channels.size === 0 || isSaidBy(figure, computed) || isPrinted(report, `渠道.${channel}`, value))
        return [];
      return made('channel', channel, computed, whereNotes(ledger, `渠道.${channel}`, channel));
    }
    if (!isTotal(spoken) || populations.some((population) => isSaidBy(figure, population.total))) return [];
    if (isPrinted(report, '总数', value)) return [];
    const channels = [...items.channels].map(([name, count]) => `${name}${count}`).join('、');
    return made('total', '总数', items.total, channels === '' ? [] : [{ say: 'counts', args: { channels } }]);
  });
}
