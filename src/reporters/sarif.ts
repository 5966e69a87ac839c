import { type Code, catalogue, type Severity } from '../finding.ts';
import { rules } from '../messages/index.ts';
import { jsonText } from './json-text.ts';
import { placeName } from './text.ts';
import type { Reporter, ReporterContext, Told, ToldPlace } from './told.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };

const codes = Object.keys(catalogue) as Code[];

/** A path as a URI reference: `/` between folders, everything else escaped. Only on Windows does `\` part folders. */
export function uriOf(file: string, platform: NodeJS.Platform = process.platform): string {
  const path = platform === 'win32' ? file.replaceAll('\\', '/') : file;
  const escaped = path
    // Half a character, which a file name can hold, has no escape.
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  if (platform === 'win32') {
    if (/^[A-Za-z]%3A\//.test(escaped)) return `file:///${escaped.replace('%3A', ':')}`;
    if (/^\/\/[^/]/.test(escaped)) return `file:${escaped}`;
  }
  // Two strokes would begin the name of another computer.
  return escaped.replace(/^\/{2,}/, '/');
}

/** A ledger's cell has no line; it is named as the logical location. */
function location(at: ToldPlace, message?: string): object {
  const region =
    at.line === undefined
      ? {}
      : { region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn } };
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(at.file) }, ...region },
    ...(at.sheet === undefined
      ? {}
      : { logicalLocations: [{ name: `${at.sheet}!${at.cell}`, fullyQualifiedName: placeName(at), kind: 'element' }] }),
    ...(message === undefined ? {} : { message: { text: message } }),
  };
}

const text = (told: Told): string => [told.message, ...told.notes.map((note) => note.message), told.help].join('\n');

function result(told: Told): object {
  const related = told.notes.flatMap((note) => (note.at ? [location(note.at, note.message)] : []));
  return {
    ruleId: told.code,
    ruleIndex: codes.indexOf(told.code),
    level: levels[told.severity],
    message: { text: text(told) },
    locations: [location(told.at)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(told.values ? { properties: told.values } : {}),
  };
}

/** SARIF 2.1.0 for code scanning; its list of rules holds every check, fired or not. */
export function sarifReporter({ language }: ReporterContext, version: string): Reporter {
  const driver = {
    name: 'annrep',
    version,
    rules: codes.map((code) => ({
      id: code,
      shortDescription: { text: rules[code].title[language] },
      fullDescription: { text: rules[code].clause[language] },
      help: { text: rules[code].help[language].replace(/\{(\w+)\}/g, '…') },
      defaultConfiguration: { level: levels[catalogue[code]] },
    })),
  };
  let first = true;
  const notifications: object[] = [];
  return {
    begin: () =>
      `{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{"tool": {"driver": ${jsonText(driver)}}, "columnKind": "utf16CodeUnits", "results": [`,
    file({ file, findings, unread = [] }) {
      for (const why of unread)
        notifications.push({ level: 'error', message: { text: why }, locations: [location({ file })] });
      return findings
        .map((told) => {
          const comma = first ? '\n' : ',\n';
          first = false;
          return comma + jsonText(result(told));
        })
        .join('');
    },
    end: () =>
      `\n], "invocations": [${jsonText({ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications })}]}]}\n`,
  };
}
