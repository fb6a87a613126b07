/** What a workbook may ask of this machine. A sheet of all rows and fifty columns stays below these. */
export const limits = {
  /** Bytes of one part of the archive, inflated. */
  partBytes: 4 * 1024 ** 3,
  /** Bytes of all parts, inflated. */
  allBytes: 6 * 1024 ** 3,
  /** Bytes of a part that says what there is, such as the list of sheets or styles. */
  smallPartBytes: 64 * 1024 ** 2,
  /** Parts of the archive. */
  parts: 10_000,
  /** How many times larger a part becomes when inflated. Sheets that Excel writes stay below 60; deflate can do 1,032. */
  ratio: 200,
  /** Parts smaller than this may have any ratio. */
  anyRatioBytes: 16 * 1024 ** 2,
  /** Characters of one piece of XML between two tags, or of one tag. */
  pieceCharacters: 2_000_000,
  /** Tags within tags. */
  depth: 64,
  /** Characters of one cell, by the file format. */
  cellCharacters: 32_767,
  columns: 500,
  /** The last row, by the file format. */
  rows: 1_048_576,
  /** Shared texts are kept in memory. */
  sharedTexts: 4_000_000,
  sharedCharacters: 100_000_000,
  /** Cell styles, sheets. */
  styles: 100_000,
  sheets: 1_000,
} as const;
