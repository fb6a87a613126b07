/** Zones that browsers list by a name of before. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** What a zone is called today. */
export const zoneToday = (zone: string): string => renamed[zone] ?? zone;

/** The zone of this computer. */
export const ownZone = (): string => zoneToday(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** UTC, and all zones by the names of today; one that was said before by another name is offered as well. */
export function zonesFor(said: string, known: readonly string[] = Intl.supportedValuesOf('timeZone')): string[] {
  const zones = known.map(zoneToday).filter((zone) => zone !== 'UTC');
  const all = ['UTC', ...new Set(zones.toSorted())];
  return said === '' || all.includes(said) ? all : [said, ...all];
}

/** A locale that knows the zones of its region; a browser of before does not. */
type ZonedLocale = Intl.Locale & { getTimeZones?(): string[] | undefined };

/** Which of these countries (ISO 3166) a zone belongs to. */
export function countryOf(zone: string, countries: readonly string[]): string | undefined {
  return countries.find((country) => {
    const zones = (new Intl.Locale(`und-${country}`) as ZonedLocale).getTimeZones?.() ?? [];
    return zones.some((one) => zoneToday(one) === zoneToday(zone));
  });
}
