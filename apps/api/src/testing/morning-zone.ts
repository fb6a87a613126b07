/** A zone in which it is the tenth hour of the morning now: what depends on working hours holds whenever a spec runs. */
export function morningZone(): string {
  const ahead = 10 - new Date().getUTCHours();
  const hours = ahead < -11 ? ahead + 24 : ahead;
  // The names of these zones count the other way round.
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
