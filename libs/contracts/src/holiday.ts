import { z } from 'zod';
import { CalendarOwner, DatedDayEntry, DayKind, isOwned, ownerRule } from './calendar.js';
import { LocalDay } from './organisation.js';
import { uuid } from './written.js';

const countryCode = z.string().describe('ISO 3166-1, two letters');

/** A country whose public holidays are known, with its regions that have some of their own. */
export const HolidayCountry = z
  .object({
    code: countryCode,
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .meta({ id: 'HolidayCountry' });

export const HolidayCountries = z.object({ countries: z.array(HolidayCountry) }).meta({ id: 'HolidayCountries' });
export type HolidayCountries = z.infer<typeof HolidayCountries>;

const wanted = {
  country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  region: z.string().max(10).nullable().default(null),
};

const ownerFields = { owner: CalendarOwner.default('organisation'), ownerId: uuid.nullable().default(null) };

export const HolidaysQuery = z
  .strictObject({ ...ownerFields, ...wanted, year: z.coerce.number().int().min(1990).max(2100) })
  .refine(isOwned, ownerRule);
export type HolidaysQuery = z.output<typeof HolidaysQuery>;

export const ImportHolidays = z
  .strictObject({ ...ownerFields, ...wanted, year: z.int().min(1990).max(2100) })
  .refine(isOwned, ownerRule)
  .meta({ id: 'ImportHolidays' });
export type ImportHolidays = z.output<typeof ImportHolidays>;

export const holidayChanges = ['new', 'changed', 'same', 'kept', 'gone'] as const;

/** What an import would do with one day; days that were set or changed by hand are kept as they are. */
export const HolidayChange = z
  .object({
    day: LocalDay,
    change: z.enum(holidayChanges),
    kind: DayKind,
    nameEn: z.string(),
    nameZh: z.string(),
    present: DatedDayEntry.nullable(),
  })
  .meta({ id: 'HolidayChange' });
export type HolidayChange = z.infer<typeof HolidayChange>;

export const HolidayPreview = z
  .object({
    days: z.array(HolidayChange).describe('The earliest first'),
    isOfficial: z
      .boolean()
      .describe('false: China’s holidays of that year are not decided yet, and make-up workdays are missing'),
  })
  .meta({ id: 'HolidayPreview' });
export type HolidayPreview = z.infer<typeof HolidayPreview>;
