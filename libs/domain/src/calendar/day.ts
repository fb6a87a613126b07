const millisecondsPerDay = 86_400_000;

/** The day a number of days after a day (`2026-03-29`); days are calendar days, whatever their length in hours. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10);
}
