/** A day in the zone of the known organisation, so many days from today. */
export function isoDay(days: number): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** As the console prints it in English: "Fri 20 Nov", in another year "20 Nov 2025". */
export function dayInWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(at);
  const date = `${at.getUTCDate()} ${part({ month: 'short' }).slice(0, 3)}`;
  const isThisYear = day.slice(0, 4) === isoDay(0).slice(0, 4);
  return isThisYear ? `${part({ weekday: 'short' })} ${date}` : `${date} ${day.slice(0, 4)}`;
}
