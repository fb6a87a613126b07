import { dayKinds, intervalsFault, minutesPerDay } from '@forecall/domain';
import { z } from 'zod';
import { LocalDay, Name, Revision, Zone } from './organisation.js';
import { Named, NamedInBoth, uuid } from './written.js';

const minute = z.int().min(0).max(minutesPerDay);
const hours = {
  fromMinute: minute.describe('Minutes after local midnight'),
  toMinute: minute.describe('1440: the end of the day'),
};
const inOrder = (intervals: readonly { fromMinute: number; toMinute: number }[]) => !intervalsFault(intervals);

/** The hours of a day as an answer shows them. */
export const DayHours = z.array(z.object(hours)).meta({ id: 'DayHours' });
export type DayHours = z.infer<typeof DayHours>;

/** The hours of a day as they are told: in order and apart; none is a day off. */
export const TellHours = z.array(z.strictObject(hours)).max(6).refine(inOrder, 'must be in order and apart');

export const calendarOwners = ['organisation', 'department', 'staff'] as const;
export const CalendarOwner = z.enum(calendarOwners).meta({ id: 'CalendarOwner' });
export type CalendarOwner = z.infer<typeof CalendarOwner>;

const ownerFields = {
  owner: CalendarOwner,
  ownerId: uuid.nullable().default(null).describe('Of the department or the person; null for the organisation'),
};
export const isOwned = ({ owner, ownerId }: { owner: CalendarOwner; ownerId: string | null }) =>
  (owner === 'organisation') === (ownerId === null);
export const ownerRule = { path: ['ownerId'], message: 'belongs to a department or a person, and only to them' };

export const DayKind = z.enum(dayKinds).meta({ id: 'DayKind' });
export const daySources = ['library', 'by-hand'] as const;

/** What is so on one day of a calendar. */
export const DatedDayEntry = z
  .object({
    id: uuid,
    day: LocalDay,
    kind: DayKind,
    nameEn: z.string(),
    nameZh: z.string(),
    hours: DayHours.nullable().describe('Of that day alone; null: those of the week'),
    source: z.enum(daySources).describe('library: imported, not touched since'),
    revision: Revision,
  })
  .meta({ id: 'DatedDayEntry' });
export type DatedDayEntry = z.infer<typeof DatedDayEntry>;

/** What one owner sets for itself; null comes from the next one: person, department, organisation. */
export const CalendarEntry = z
  .object({
    id: uuid,
    zone: z.string().nullable(),
    week: z.array(DayHours).nullable().describe('Monday to Sunday'),
    keepsHolidays: z.boolean().nullable(),
    country: z.string().nullable().describe('Whose holidays were imported last'),
    region: z.string().nullable(),
    revision: Revision,
  })
  .meta({ id: 'CalendarEntry' });
export type CalendarEntry = z.infer<typeof CalendarEntry>;

export const CalendarList = z
  .object({
    zone: z.string().describe('Of the organisation'),
    organisation: CalendarEntry.nullable().describe('null: nobody has set its hours yet'),
    departments: z.array(z.object({ department: NamedInBoth, calendar: CalendarEntry.nullable() })),
    staff: z
      .array(z.object({ staff: Named, department: NamedInBoth.nullable(), calendar: CalendarEntry }))
      .describe('Who have hours of their own, at most 200'),
  })
  .meta({ id: 'CalendarList' });
export type CalendarList = z.infer<typeof CalendarList>;

export const CalendarYearQuery = z
  .strictObject({
    owner: CalendarOwner.default('organisation'),
    ownerId: ownerFields.ownerId,
    year: z.coerce.number().int().min(1990).max(2100),
  })
  .refine(isOwned, ownerRule);
export type CalendarYearQuery = z.output<typeof CalendarYearQuery>;

export const PlannedDay = z
  .object({
    day: LocalDay,
    hours: DayHours,
    by: CalendarOwner.nullable().describe('Whose setting decides; null: nobody’s'),
    dated: DatedDayEntry.nullable().describe('null: its weekday decides'),
    isLeave: z.boolean(),
  })
  .meta({ id: 'PlannedDay' });
export type PlannedDay = z.infer<typeof PlannedDay>;

/** Each day of a year as it holds for an owner, and why; then what the owner itself set for that year. */
export const CalendarYear = z
  .object({
    year: z.number().int(),
    zone: z.string(),
    calendar: CalendarEntry.nullable(),
    days: z.array(PlannedDay),
    dated: z.array(DatedDayEntry).describe('The owner’s own, the earliest first'),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof CalendarYear>;

const nothingSeen = Revision.nullable().describe('null: there was none yet');

export const SetCalendar = z
  .strictObject({
    ...ownerFields,
    zone: Zone.nullable().default(null),
    week: z.array(TellHours).length(7).nullable().default(null).describe('Monday to Sunday; null: as the next owner'),
    keepsHolidays: z.boolean().nullable().default(null),
    revision: nothingSeen,
  })
  .refine(isOwned, ownerRule)
  .refine(({ owner, week }) => owner !== 'organisation' || week !== null, {
    path: ['week'],
    message: 'the organisation has nobody to take it from',
  })
  .refine(({ owner, zone }) => owner !== 'organisation' || zone === null, {
    path: ['zone'],
    message: 'stands in the settings of the organisation',
  })
  .meta({ id: 'SetCalendar' });
export type SetCalendar = z.output<typeof SetCalendar>;

const dayFields = {
  kind: DayKind,
  nameEn: Name,
  nameZh: Name,
  hours: TellHours.min(1).nullable().default(null).describe('Only of a day that is worked; null: those of the week'),
};
const hoursRule = { path: ['hours'], message: 'belong to a day that is worked' };
const hasHoursIfWorked = ({ kind, hours: told }: { kind: string; hours: unknown }) =>
  told === null || kind === 'open' || kind === 'make-up';

export const AddDatedDay = z
  .strictObject({ ...ownerFields, day: LocalDay, ...dayFields })
  .refine(isOwned, ownerRule)
  .refine(hasHoursIfWorked, hoursRule)
  .meta({ id: 'AddDatedDay' });
export type AddDatedDay = z.output<typeof AddDatedDay>;

export const ChangeDatedDay = z
  .strictObject({ day: LocalDay, ...dayFields, revision: Revision })
  .refine(hasHoursIfWorked, hoursRule)
  .meta({ id: 'ChangeDatedDay' });
export type ChangeDatedDay = z.output<typeof ChangeDatedDay>;
