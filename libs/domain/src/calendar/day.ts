const millisecondsPerDay = 86_400_000;

/** The day a number of days after a day (`2026-03-29`); days are calendar days, whatever their length in hours. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** How many calendar days lie between two days; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);

/** The weekday of a day, 0 for Monday to 6 for Sunday (ISO 8601 order). */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
