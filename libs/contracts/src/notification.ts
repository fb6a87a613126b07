import { z } from 'zod';
import { Zone } from './organisation.js';
import { instant, next, pageQuery, uuid } from './written.js';

/** What people are told. Each kind has its texts in both languages; its defaults can be changed by each for oneself. */
export const notificationKinds = {
  'duty-opened': { bell: true, mail: false },
  'duty-handed': { bell: true, mail: true },
  'duty-reminder': { bell: true, mail: false },
  'duty-due': { bell: true, mail: true },
  'duty-gone-up': { bell: true, mail: true },
  'report-not-mailed': { bell: true, mail: false },
  'exam-booked': { bell: true, mail: true },
  'exam-moved': { bell: true, mail: true },
  'exam-taken-off': { bell: true, mail: false },
  'exam-cancelled': { bell: true, mail: true },
  'exams-to-give': { bell: true, mail: true },
  'alarm-raised': { bell: true, mail: true },
  'appraisal-disputed': { bell: true, mail: true },
  'appraisal-decided': { bell: true, mail: true },
  'appraisal-signed': { bell: true, mail: false },
  'appraisal-closed': { bell: true, mail: true },
  'upward-asked': { bell: true, mail: false },
} as const satisfies Record<string, { bell: boolean; mail: boolean }>;
export type NotificationKind = keyof typeof notificationKinds;
const kindNames = Object.keys(notificationKinds) as [NotificationKind, ...NotificationKind[]];

export const NotificationEntry = z
  .object({
    id: uuid,
    kind: z.string(),
    thing: z.string().describe('What it is about: those of the same thing belong together'),
    source: z.object({ entity: z.string(), id: uuid }).nullable(),
    parameters: z.record(z.string(), z.string()),
    dutyId: uuid.nullable(),
    at: instant,
    readAt: instant.nullable(),
    isOver: z.boolean().describe('It tells of a duty that has ended since'),
  })
  .meta({ id: 'NotificationEntry' });
export type NotificationEntry = z.infer<typeof NotificationEntry>;

export const NotificationQuery = z.strictObject(pageQuery);
export type NotificationQuery = z.output<typeof NotificationQuery>;

export const NotificationList = z
  .object({ notifications: z.array(NotificationEntry).describe('The newest first'), next })
  .meta({ id: 'NotificationList' });
export type NotificationList = z.infer<typeof NotificationList>;

export const ReadNotifications = z
  .strictObject({
    until: instant.describe('Those that came by then: what comes meanwhile stays unread'),
    thing: z.string().max(80).optional().describe('Left out: all'),
  })
  .meta({ id: 'ReadNotifications' });
export type ReadNotifications = z.output<typeof ReadNotifications>;

/** What one's own corner of the screen shows; sent whole at each change. */
export const Personal = z
  .object({
    unread: z.int().describe('Counted up to a hundred'),
    due: z.int().describe('Duties overdue or due today, counted up to a hundred'),
    calls: z.int().describe('Proactive calls to be made by the end of today, counted up to a hundred'),
    newest: z.object({ id: uuid, isQuiet: z.boolean() }).nullable().describe('isQuiet: it came in quiet hours'),
  })
  .meta({ id: 'Personal' });
export type Personal = z.infer<typeof Personal>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of the day (HH:MM)');

export const NotificationSettings = z
  .object({
    kinds: z.array(z.object({ kind: z.enum(kindNames), bell: z.boolean(), mail: z.boolean() })),
    quiet: z.object({ begins: z.string(), ends: z.string(), zone: z.string() }).nullable(),
    isMailOn: z.boolean().describe('false: this installation sends no mail'),
    address: z.string(),
  })
  .meta({ id: 'NotificationSettings' });
export type NotificationSettings = z.infer<typeof NotificationSettings>;

export const SetNotifications = z
  .strictObject({
    kinds: z
      .array(z.strictObject({ kind: z.enum(kindNames), bell: z.boolean(), mail: z.boolean() }))
      .max(kindNames.length)
      .default([])
      .describe('Those left out stay as they are'),
    quiet: z
      .strictObject({ begins: time, ends: time, zone: Zone })
      .nullable()
      .optional()
      .refine((hours) => !hours || hours.begins !== hours.ends, 'ends when it begins')
      .describe('Local times; an end at or before the begin is on the next day. null: none; left out: as it is'),
  })
  .meta({ id: 'SetNotifications' });
export type SetNotifications = z.output<typeof SetNotifications>;
