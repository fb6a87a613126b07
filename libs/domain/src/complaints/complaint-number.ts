/**
 * The number people say: C, the two last digits of the year of first receipt (organisation's zone), and the running
 * number with at least five digits, as in C-26-10417. The running number alone is unique; the year is for people.
 */
export const complaintNumber = (running: number, year: number): string =>
  `C-${String(year % 100).padStart(2, '0')}-${String(running).padStart(5, '0')}`;

/** The running number in what somebody typed (C-26-10417, c26 10417, 10417), or undefined. */
export function runningNumberIn(text: string): number | undefined {
  const found = /^\s*(?:c[\s-]*\d{2}[\s-]+)?0*(\d{1,9})\s*$/i.exec(text);
  return found?.[1] === undefined ? undefined : Number(found[1]);
}
