/**
 * The number people say: C-YY-NNNNN, as in C-26-10417. YY is the year of first receipt in the organisation's zone as it
 * was when the complaint was taken down: a number that a customer was told never changes. NNNNN is the organisation's
 * running number, never reset, at least five digits. The running number alone is unique; the year is for people. Gaps are
 * allowed.
 */
export const complaintNumber = (running: number, year: number): string =>
  `C-${String(year % 100).padStart(2, '0')}-${String(running).padStart(5, '0')}`;

/** The running number in what somebody typed (C-26-10417, c26 10417, 10417), or undefined. */
export function runningNumberIn(typed: string): number | undefined {
  const digits = /^\s*(?:c[\s-]*\d{2}[\s-]*)?(\d{1,9})\s*$/i.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
