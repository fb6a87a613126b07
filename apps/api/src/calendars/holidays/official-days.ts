import chineseDays from 'chinese-days';
import { addDays } from '@forecall/domain';

/** A public holiday, or a day off that is worked in exchange for one. */
export interface OfficialDay {
  readonly day: string;
  readonly kind: 'holiday' | 'make-up';
  readonly nameEn: string;
  readonly nameZh: string;
}

export interface OfficialYear {
  /** One each day, the earliest first. */
  readonly days: readonly OfficialDay[];
  /** false: not decided yet by those who decide it, so far reckoned. */
  readonly isOfficial: boolean;
}

/** Its rules are some megabytes: read only when somebody imports holidays. */
const holidayLibrary = async () => (await import('date-holidays')).default;

export async function holidayCountries(): Promise<{ code: string; regions: { code: string; name: string }[] }[]> {
  const Holidays = await holidayLibrary();
  const library = new Holidays();
  return Object.keys(library.getCountries('en')).map((code) => ({
    code,
    // China's regions have no holidays of their own in what the State Council publishes.
    regions: Object.entries(code === 'CN' ? {} : statesOf(library, code)).map(([key, name]) => ({
      code: key,
      name,
    })),
  }));
}

/** The types do not say that most countries have none. */
const statesOf = (library: { getStates(code: string): unknown }, code: string) =>
  (library.getStates(code) ?? {}) as Record<string, string>;

/** China's by what the State Council has published (with make-up workdays), else by the rules of the country. */
export async function officialDays(country: string, region: string | null, year: number): Promise<OfficialYear> {
  if (country === 'CN') {
    const days = chinasDays(year);
    if (days.length > 0) return { days, isOfficial: true };
  }
  return { days: await ruledDays(country, region, year), isOfficial: country !== 'CN' };
}

/** What the State Council has published for a year; nothing before it has. */
export function chinasDays(year: number): OfficialDay[] {
  const found: OfficialDay[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day);
    // "Spring Festival,春节,4"; an ordinary day bears the name of its weekday.
    const [nameEn, nameZh] = name.split(',');
    if (nameEn && nameZh) found.push({ day, kind: work ? 'make-up' : 'holiday', nameEn, nameZh });
  }
  return found;
}

const hourMs = 3_600_000;

async function ruledDays(country: string, region: string | null, year: number): Promise<OfficialDay[]> {
  const Holidays = await holidayLibrary();
  const library = region === null ? new Holidays(country) : new Holidays(country, region);
  const inChinese = new Map(library.getHolidays(year, 'zh').map(({ date, rule, name }) => [`${date} ${rule}`, name]));
  const found = new Map<string, OfficialDay>();
  for (const { date, rule, start, end, name, type, substitute } of library.getHolidays(year, 'en')) {
    // Half days (from noon on) are left to be set by hand; a substitute day is off whatever it is called.
    if ((type !== 'public' && !substitute) || !date.includes(' 00:00:00')) continue;
    const nameZh = inChinese.get(`${date} ${rule}`) ?? name;
    // A day of a change of the clocks has 23 hours.
    const length = Math.max(1, Math.floor(((end.getTime() - start.getTime()) / hourMs + 1) / 24));
    for (let n = 0; n < length; n += 1) {
      const day = addDays(date.slice(0, 10), n);
      const other = found.get(day);
      found.set(day, {
        ...{ day, kind: 'holiday' },
        nameEn: other ? `${other.nameEn}, ${name}` : name,
        nameZh: other ? `${other.nameZh}、${nameZh}` : nameZh,
      });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
