import { type Finding, finding, isTextPlace } from '../../finding.ts';
import type { Role } from './roles.ts';
import type { Spoken } from './spoken.ts';
import type { Stretch } from './stretch.ts';

/** Requests that left the count in a way of their own. */
const leftOut = /撤[回销]|不予受理|未受理|补正|转办|转交|移[送交]|退回|终止|视为放弃|征求/;

interface Account {
  readonly roles: Map<Role, Spoken>;
  readonly others: number[];
  vague: boolean;
}

/** The numbers of requests that one or two sentences tell together. */
function accounts(stretch: Stretch): readonly Account[] {
  const found: Account[] = [];
  let open: Account | undefined;
  let sentence = 0;
  let line = 0;
  for (const spoken of stretch.spoken) {
    const { statement, inside, role } = spoken;
    if (!inside) {
      if (statement.line !== line || statement.sentence - sentence > 1) open = undefined;
      ({ sentence, line } = statement);
    }
    if (role === 'received' && (!open || open.roles.has('received'))) {
      open = { roles: new Map([[role, spoken]]), others: [], vague: statement.figure.vague };
      found.push(open);
      continue;
    }
    if (!open) continue;
    if (role && !open.roles.has(role)) {
      open.roles.set(role, spoken);
      open.vague ||= statement.figure.vague;
    } else if (!role && leftOut.test(spoken.own)) open.others.push(statement.figure.value);
  }
  return found;
}

const valueOfRole = (account: Account, role: Role): number => account.roles.get(role)?.statement.figure.value ?? 0;

/** What the text says of requests as the tables have it, by role. */
export type InTables = (spoken: Spoken) => boolean;

/**
 * N件（含上年结转a件，另有b件顺延）…答复M件: N + a = M + b, or N = M + b where N holds what was carried in.
 * Where `told` already says that one of these numbers differs from the table, that is the mistake; where all stand in the
 * tables as they do here, the tables are wrong and say so themselves.
 */
export function checkIdentity(
  stretch: Stretch,
  told: readonly Finding[] = [],
  inTables: InTables = () => false,
): readonly Finding[] {
  const wrong = new Set(
    told.flatMap(({ at, severity }) => (severity === 'error' && isTextPlace(at) ? [at.start] : [])),
  );
  return accounts(stretch).flatMap((account): readonly Finding[] => {
    const [first, settledBy] = [account.roles.get('received'), account.roles.get('settled')];
    if (!first || !settledBy || !account.roles.has('over') || account.vague) return [];
    const [received, carried, settled, over] = [
      valueOfRole(account, 'received'),
      valueOfRole(account, 'carried'),
      valueOfRole(account, 'settled'),
      valueOfRole(account, 'over'),
    ];
    const out = settled + over;
    const extra = account.others.reduce((sum, value) => sum + value, 0);
    const fits = [received, received + carried].some(
      (came) => came === out || came === out + extra || account.others.some((other) => came === out + other),
    );
    const members = [...account.roles.values()];
    const blank = /[?]件/.test(stretch.text.slice(first.statement.figure.from, first.statement.figure.from + 200));
    if (fits || blank || members.every(inTables)) return [];
    if (members.some(({ statement: { figure } }) => wrong.has(stretch.place(figure.from, figure.to).start))) return [];
    const came = received + carried;
    const { figure } = first.statement;
    return [
      finding(
        'narrative/identity',
        stretch.place(figure.from, figure.to),
        {
          received,
          carried,
          settled,
          over,
          left: `${received} + ${carried} = ${came}`,
          right: `${settled} + ${over} = ${out}`,
          difference: Math.abs(came - out),
        },
        {
          values: { reported: came, computed: out, difference: came - out },
          notes: carried > 0 ? [{ say: 'included', args: { received } }] : [],
        },
      ),
    ];
  });
}
