import type { Language } from '../messages/word.ts';
import { version } from './version.ts';

/** A fault of the program itself in one line for the user and one for the report, never a bare stack. */
export function fault(error: unknown, language: Language): string {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const at = error instanceof Error ? (/\n\s+at ([^\n]+)/.exec(error.stack ?? '')?.[1] ?? '') : '';
  const technical = `annrep ${version}, node ${process.version}, ${process.platform}: ${name}: ${message.split('\n')[0]} (${at.replace(/^.*[\\/]/, '')})`;
  return language === 'zh'
    ? `程序自身出了故障，不是您填错了。您的文件没有改动。把下面这一行连同报告文件发给维护人员（README 的“报告故障”）：\n${technical}\n`
    : `annrep itself has failed; your files were not changed. Report the next line with the report file (see README, “Reporting a fault”):\n${technical}\n`;
}
