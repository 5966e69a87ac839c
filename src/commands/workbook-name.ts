/** Whether a name is that of a workbook which may be a ledger: hidden files, lock files and our own appendix are none. */
export const isWorkbookName = (name: string): boolean =>
  /\.(?:xlsx|xlsm|xls|et|ods|csv)$/i.test(name) && !/^[.~]|（附表）\./.test(name);
