import { word } from '../messages/word.ts';
import { noteText, placeName } from './text.ts';
import type { Reporter, ReporterContext, Told, ToldFile } from './told.ts';

/** Characters XML cannot carry are shown by the replacement character. */
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const xml = (text: string): string =>
  text.replace(unprintable, '\ufffd').replace(/[&<>"\n\r\t]/g, (character) => escapes[character] ?? '');

function testcase(file: string, told: Told, { language }: ReporterContext): string {
  const name = `${placeName(told.at)} ${told.code}`;
  const body = [`${word(told.severity, language)}: ${told.message}`, ...told.notes.map(noteText), told.help].join('\n');
  const content =
    told.severity === 'error'
      ? `<failure type="${xml(told.code)}" message="${xml(told.message)}">${xml(body)}</failure>`
      : `<system-out>${xml(body)}</system-out>`;
  return `    <testcase classname="${xml(file)}" name="${xml(name)}">${content}</testcase>\n`;
}

/** What could not be read is an error of the run: without it a report would seem to have passed. */
const unreadCase = (file: string, why: string): string =>
  `    <testcase classname="${xml(file)}" name="${xml(file)}"><error message="${xml(why)}"/></testcase>\n`;

function suite({ file, findings, unread = [] }: ToldFile, context: ReporterContext): string {
  const failures = findings.filter((told) => told.severity === 'error').length;
  const cases = [
    ...findings.map((told) => testcase(file, told, context)),
    ...unread.map((why) => unreadCase(file, why)),
  ];
  if (cases.length === 0) cases.push(`    <testcase classname="${xml(file)}" name="${xml(file)}"/>\n`);
  return `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}" errors="${unread.length}" skipped="0">\n${cases.join('')}  </testsuite>\n`;
}

/** JUnit XML for Jenkins and GitLab: a suite a report, an error is a failure, anything less is output of a passed case. */
export const junitReporter = (context: ReporterContext): Reporter => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="annrep">\n',
  file: (file) => suite(file, context),
  end: () => '</testsuites>\n',
});
