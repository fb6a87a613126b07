import { z } from 'zod';
import { ContactDirection } from './contact.js';
import { PersonBrief } from './customer.js';
import { freeText, uuid, visibleName } from './written.js';

/** What a telephone system tells of a call; other fields are let pass. As Zammad's generic CTI has it. */
const names = z.union([freeText(200), z.array(freeText(200)).max(100)]);
export const CallEvent = z
  .object({
    event: z.enum(['newCall', 'answer', 'hangup']),
    callId: z.union([freeText(250).min(1), z.number().transform(String)]).describe('The same in all events of a call'),
    direction: z.enum(['in', 'out']),
    from: z.union([freeText(120), z.number().transform(String)]).default(''),
    to: z.union([freeText(120), z.number().transform(String)]).default(''),
    user: names.optional().describe('Names, e-mail addresses or extensions of those who are called, or who calls'),
    'user[]': names.optional().describe('The same, as forms write it'),
    queue: freeText(120).default(''),
    answeringNumber: z
      .union([freeText(200), z.number().transform(String)])
      .optional()
      .describe('Extension, e-mail address or name of whoever answered'),
    cause: freeText(60).default('').describe('Why it ended; forwarded: it goes on as another call'),
  })
  .meta({ id: 'CallEvent' });
export type CallEvent = z.output<typeof CallEvent>;

export const CallEventTaken = z.object({}).meta({ id: 'CallEventTaken' });
export type CallEventTaken = z.infer<typeof CallEventTaken>;

/** A call that rings at somebody's desk, or was answered there and is not logged yet. */
export const DeskCall = z
  .object({
    id: uuid,
    direction: ContactDirection,
    state: z.enum(['ringing', 'talking', 'ended', 'unanswered', 'forwarded', 'abandoned']),
    phone: z.string().describe('The customer’s number as the telephone system tells it'),
    e164: z.string().nullable(),
    queue: z.string(),
    startedAt: z.iso.datetime({ offset: true }),
    answeredAt: z.iso.datetime({ offset: true }).nullable(),
    endedAt: z.iso.datetime({ offset: true }).nullable(),
    waitSeconds: z.int().nullable(),
    talkSeconds: z.int().nullable(),
    people: z.array(PersonBrief).describe('With exactly this number; at most ten'),
  })
  .meta({ id: 'DeskCall' });
export type DeskCall = z.infer<typeof DeskCall>;

export const DeskCalls = z
  .object({ calls: z.array(DeskCall).describe('The oldest first; of the last 24 hours, at most 20') })
  .meta({ id: 'DeskCalls' });
export type DeskCalls = z.infer<typeof DeskCalls>;

export const CallDismissed = z.object({ id: uuid }).meta({ id: 'CallDismissed' });
export type CallDismissed = z.infer<typeof CallDismissed>;

export const PhoneLineEntry = z
  .object({
    id: uuid,
    name: z.string(),
    departmentId: uuid.describe('Handles the calls that nobody answers'),
    departmentName: z.string(),
    createdBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    heardAt: z.iso.datetime().nullable().describe('When it last told of a call'),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PhoneLineEntry' });
export type PhoneLineEntry = z.infer<typeof PhoneLineEntry>;

export const PhoneLineQuery = z.strictObject({ state: z.enum(['active', 'revoked', 'all']).default('active') });
export type PhoneLineQuery = z.infer<typeof PhoneLineQuery>;

export const PhoneLines = z
  .object({ lines: z.array(PhoneLineEntry).describe('The newest first; at most 100') })
  .meta({ id: 'PhoneLines' });
export type PhoneLines = z.infer<typeof PhoneLines>;

export const OpenPhoneLine = z
  .strictObject({ name: visibleName(80), departmentId: uuid })
  .meta({ id: 'OpenPhoneLine' });
export type OpenPhoneLine = z.infer<typeof OpenPhoneLine>;

export const OpenedPhoneLine = z
  .object({ line: PhoneLineEntry, address: z.url().describe('Shown this once') })
  .meta({ id: 'OpenedPhoneLine' });
export type OpenedPhoneLine = z.infer<typeof OpenedPhoneLine>;
