import type { Said } from './rule.ts';

/** Words of the program itself: severities, summaries, talk. */
export const words = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  notice: { zh: '提示', en: 'notice' },
  clause: { zh: '依据：{clause}；怎么办：{help}', en: 'basis: {clause}; what to do: {help}' },
  clean: { zh: '{files}份报告，没有发现问题', en: 'reports: {files}; nothing found' },
  cleanButUnread: {
    zh: '{files}份报告，读到的部分没有发现问题；有文件没有读成，不算检查完毕',
    en: 'reports: {files}; nothing found in what could be read, but not everything could be',
  },
  summary: {
    zh: '{files}份报告：错误{errors}处，警告{warnings}处，提示{notices}处',
    en: 'reports: {files}; errors: {errors}, warnings: {warnings}, notices: {notices}',
  },
  ignored: { zh: '按说明略过{ignored}处', en: 'silenced by comment: {ignored}' },
  skipped: {
    zh: '另有{count}个 YAML 文件不是年度报告，没有检查',
    en: 'YAML files that are no annual report, not checked: {count}',
  },
  fileSummary: {
    zh: '{file}：错误{errors}处，警告{warnings}处，提示{notices}处',
    en: '{file}: errors: {errors}, warnings: {warnings}, notices: {notices}',
  },
  wrote: { zh: '已生成：{path}', en: 'written: {path}' },
  unlisted: { zh: '另有{count}处没有列出', en: '{count} more are not listed' },
  unlistedHelp: { zh: '用 annrep check 看全部', en: 'annrep check shows all of them' },
  refused: {
    zh: '有{errors}处错误，没有生成文件。改好以后再生成；要先看样子，加上 --draft 生成草稿',
    en: 'errors: {errors}; nothing was written. Mend them and build again, or use --draft to write a draft',
  },
  reading: { zh: '正在读台账 {file}：{percent}%', en: 'reading the ledger {file}: {percent}%' },
  checking: { zh: '正在检查：第{done}份，共{files}份', en: 'checking: {done} of {files}' },
} satisfies Record<string, Said>;

export type Word = keyof typeof words;
