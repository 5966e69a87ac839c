import {
  type Code,
  catalogue,
  type Finding,
  finding,
  isCellPlace,
  isTextPlace,
  type Place,
  type Severity,
} from '../finding.ts';
import type { Report } from '../report/report.ts';

/**
 * Takes out what comments silence and adds a warning for each comment that silences nothing. A finding that rests on
 * several checks is told as long as one of them is not silenced, under its name.
 */
export function silence(report: Report, findings: readonly Finding[]): { kept: readonly Finding[]; ignored: number } {
  const used = new Set<object>();
  const isSilenced = (code: Code, at: Place): boolean => {
    const by = report.ignores.find(
      (ignore) =>
        ignore.code === code &&
        (isTextPlace(at) && at.file === report.file
          ? at.start >= ignore.from && at.start < ignore.to
          : isCellPlace(at) && ignore.ledger),
    );
    if (by) used.add(by);
    return by !== undefined;
  };
  const kept = findings.flatMap((found): readonly Finding[] => {
    const told = [found.code, ...(found.also ?? [])].filter((code) => !isSilenced(code, found.at));
    const [code, ...also] = told;
    if (code === undefined) return [];
    return [code === found.code ? found : { ...found, code, also, severity: catalogue[code] }];
  });
  const unused = report.ignores.filter((ignore) => !used.has(ignore) && ignore.reason !== '');
  return {
    kept: [...kept, ...unused.map((ignore) => finding('ignore/unused', ignore.at, { code: ignore.code }))],
    ignored: findings.length - kept.length,
  };
}

/**
 * Gives findings the severities that the user asked for. `stopped`: the errors among them kept the report from being
 * checked, and turned off they would leave it without any finding.
 */
export const ruled = (
  findings: readonly Finding[],
  rules: ReadonlyMap<Code, Severity | 'off'> | undefined,
  stopped = false,
): readonly Finding[] =>
  rules === undefined || rules.size === 0
    ? findings
    : findings.flatMap((found) => {
        if (stopped && found.severity === 'error') return [found];
        const severity = rules.get(found.code) ?? found.severity;
        return severity === 'off' ? [] : [{ ...found, severity }];
      });
