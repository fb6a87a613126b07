/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
const defused = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV (RFC 4180); null is an empty cell. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(defused(String(cell ?? '')))).join(',')).join('\r\n') + '\r\n';
}
