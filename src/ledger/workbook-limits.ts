/** How much of a file from a stranger is read before it is refused as too large; sizes in bytes. */
export const limits = {
  /** Entries of the zip file. */
  entries: 20_000,
  /** The zip file's directory. */
  directory: 32 * 2 ** 20,
  /** One entry, inflated. */
  entry: 2 * 2 ** 30,
  /** All entries together, inflated; an entry read twice counts twice. */
  total: 6 * 2 ** 30,
  /** Inflated size over packed size, once more than `ratioFrom` has been inflated. */
  ratio: 300,
  ratioFrom: 64 * 2 ** 20,
  /** All entries together, each of them read twice, over the size of the file, once more than `allFrom` has been inflated. */
  ratioOfAll: 200,
  /** The same of .ods, whose few long words pack better. */
  ratioOfAllOds: 600,
  allFrom: 256 * 2 ** 20,
  /** Parts that are read whole: the list of sheets, the styles, what follows a sheet's rows. */
  part: 64 * 2 ** 20,
  /** A row, a shared string, or anything else that must be held whole while a stream is read. */
  item: 16 * 2 ** 20,
  /** Shared strings, and their text as UTF-8. */
  strings: 16_000_000,
  stringBytes: 2 ** 30,
  /** Merged ranges of all sheets together. */
  merges: 500_000,
  /** What a worksheet can hold by the specification of Office Open XML. */
  rows: 1_048_576,
  columns: 16_384,
  /** UTF-16 units of one cell. */
  text: 32_767,
  /** Elements inside one another. */
  depth: 64,
  /** Files that are read whole: text files, .ods. */
  whole: 64 * 2 ** 20,
  /** .xls and .et, of which memory holds forty times as much; a sheet full to its last row (65,536) takes some 12 MB. */
  compound: 16 * 2 ** 20,
} as const;
