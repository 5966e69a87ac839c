import { type Args, type Code, type Finding, finding, type Place } from '../finding.ts';

/** Findings of one code that are kept; what is beyond is only counted. */
const kept = 200;

/** What is wrong in a ledger, bounded: a million wrong rows are 200 findings and one that counts the rest. */
export class Found {
  private readonly findings: Finding[] = [];
  private readonly counts = new Map<Code, { count: number; last: Place }>();

  add(found: Finding): void {
    if (!this.isFull(found.code)) this.findings.push(found);
    this.count(found.code, found.at);
  }

  /** Whether no more findings of a code are kept: then it is enough to {@link count}. */
  isFull(code: Code): boolean {
    return (this.counts.get(code)?.count ?? 0) >= kept;
  }

  /** Counts a finding that is not made. */
  count(code: Code, at: Place): void {
    const counted = this.counts.get(code) ?? { count: 0, last: at };
    counted.count += 1;
    counted.last = at;
    this.counts.set(code, counted);
  }

  /** Makes and adds a finding. */
  say(code: Code, at: Place, args: Args = {}, extra: Parameters<typeof finding>[3] = {}): void {
    this.add(finding(code, at, args, extra));
  }

  /** All that was kept, and for each code that has more one finding that says how many. */
  all(): readonly Finding[] {
    const more = [...this.counts]
      .filter(([, { count }]) => count > kept)
      .map(([code, { count, last }]) => finding(code, last, { count: count - kept }, { say: 'more' }));
    return [...this.findings, ...more];
  }
}
