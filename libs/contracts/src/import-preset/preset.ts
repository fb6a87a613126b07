import { Zone } from '../organisation.js';
import {
  complaintSteps,
  contactChannels,
  contactDirections,
  contactOutcomes,
  contactPurposes,
  workSteps,
} from '@forecall/domain';
import { z } from 'zod';
import { visibleName } from '../written.js';
import { Attribute, AttributeName } from './attribute.js';
import { ColumnName, Condition } from './condition.js';
import { AccountRecord, PersonRecord, ReasonRecord, RevenueRecord, StaffRecord } from './records.js';
import {
  AccountSource,
  choiceOf,
  DurationSource,
  MomentSource,
  ReasonSource,
  StaffSource,
  TextSource,
  UnitSource,
  YesNoSource,
} from './source.js';

const FileForm = z
  .strictObject({
    format: z.enum(['csv', 'xlsx']).default('csv').describe('csv: text with delimiters; xlsx: an Excel workbook'),
    sheet: z.string().min(1).optional().describe('Of a workbook; left out: its first sheet with cells'),
    delimiter: z.string().min(1).max(4).default(','),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252']).default('utf-8'),
    quote: z.string().length(1).nullable().default('"').describe('null: nothing is quoted'),
    skipLines: z.int().min(0).default(0).describe('Lines above the header'),
    columns: z.array(ColumnName).min(1).optional().describe('For a file without a header line: its columns in order'),
    missing: z.array(z.string()).default([]).describe('Words that mean a blank cell, in every column'),
    decimal: z.enum(['.', ',']).default('.'),
    thousands: z.enum([',', '.', ' ', "'"]).optional(),
  })
  .refine(({ decimal, thousands }) => decimal !== thousands, {
    message: 'is the sign of decimals as well',
    path: ['thousands'],
  });

const MissingRule = z
  .strictObject({
    columns: z.array(ColumnName).min(1),
    values: z.array(z.string()).min(1).optional().describe('Left out: whatever the cell holds'),
    when: Condition.optional(),
  })
  .refine(({ values, when }) => values ?? when, 'needs values, when or both');

const Contact = z
  .strictObject({
    when: Condition.optional().describe('Which rows are contacts; left out: all'),
    externalId: TextSource.optional().describe('Tells the row from all others of its source; left out: its content'),
    startedAt: MomentSource.optional(),
    endedAt: MomentSource.optional(),
    longestHours: z.number().positive().max(240).default(24).describe('A contact that lasts longer is refused'),
    channel: choiceOf(contactChannels),
    direction: choiceOf(contactDirections).default('in'),
    purpose: choiceOf(contactPurposes).default('service'),
    outcome: choiceOf(contactOutcomes),
    menu: DurationSource.optional(),
    wait: DurationSource.optional(),
    talk: DurationSource.optional(),
    hold: DurationSource.optional(),
    wrap: DurationSource.optional(),
    rep: StaffSource.optional(),
    reason: ReasonSource.optional(),
    account: AccountSource.optional().describe('Left out: the customer that the row itself describes'),
    resolved: YesNoSource.optional(),
    note: TextSource.optional(),
  })
  .refine(({ startedAt, endedAt }) => startedAt ?? endedAt, {
    message: 'needs startedAt, endedAt or both',
    path: ['startedAt'],
  });

const Answer = z
  .strictObject({
    kind: z.enum(['csat', 'nps', 'ces', 'item']),
    item: z.string().optional(),
    scale: z.int().min(2).max(11).describe('csat 5 and ces 7 count from 1; 11 counts from 0 to 10'),
    score: z.strictObject({
      column: ColumnName,
      words: z.record(z.string(), z.int()).optional().describe('Scores by word; left out: the cell is the score'),
    }),
    text: TextSource.optional(),
    at: MomentSource.optional().describe("Left out: the contact's end"),
  })
  .refine(({ kind, item }) => (kind === 'item') === (item !== undefined), {
    message: 'is given with kind "item", and only then',
    path: ['item'],
  });

/** What a source may have left out. */
const passable: readonly string[] = ['acknowledged', ...workSteps];

const Step = z
  .strictObject({
    step: z.enum(complaintSteps).exclude(['received']),
    at: z.union([MomentSource, z.literal('receipt')]),
    notBeforeReceipt: z.boolean().default(false).describe('A moment before the receipt counts as the receipt'),
    when: Condition.optional(),
    note: z.string().default(''),
    skipped: z.string().optional().describe('Why the step was not taken in the source'),
  })
  .refine(({ step, skipped }) => skipped === undefined || passable.includes(step), {
    message: 'is for an acknowledgement or the work before closing',
    path: ['skipped'],
  });

const Complaint = z.strictObject({
  when: Condition.optional().describe('Which rows are complaints; left out: all'),
  receivedAt: MomentSource.optional().describe("Left out: the contact's start"),
  summary: TextSource.optional(),
  remedySought: TextSource.optional(),
  remedyGiven: TextSource.optional(),
  severity: choiceOf(['small', 'money', 'stopped-work']).optional(),
  decision: choiceOf(['upheld', 'partly', 'not']).optional(),
  closing: choiceOf(['accepted', 'rejected', 'withdrawn', 'no-reply']).optional(),
  foundByUs: YesNoSource.optional(),
  repConcerned: StaffSource.optional(),
  steps: z.array(Step).default([]),
});

const Attributes = z
  .strictObject({
    others: z.enum(['keep', 'leave']).default('keep').describe('Columns that the preset does not use'),
    leave: z.array(ColumnName).default([]),
    fields: z.record(AttributeName, Attribute).default({}),
  })
  .default({ others: 'keep', leave: [], fields: {} });

const isZone = (zone: string): boolean => Zone.safeParse(zone).success;

const Unit = z.strictObject({
  department: UnitSource,
  team: UnitSource,
  supervisor: StaffSource.optional().describe('Leads the team, where nobody does yet'),
  head: StaffSource.optional().describe('Leads the department, where nobody does yet'),
  answerable: visibleName(200).optional().describe('Answers for new reasons; left out: the department'),
});

const parts = ['staff', 'reason', 'account', 'person', 'contact', 'accountAnswers', 'revenue'] as const;

/**
 * How the rows of a file become staff, reasons, customers, people, contacts, complaints, answers and revenue: each row
 * may be several of these. Everything that is particular to a file stands here.
 */
const PresetForm = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in kebab-case'),
  title: z.string().min(1),
  source: z
    .string()
    .min(1)
    .max(60)
    .refine((source) => source !== 'console', 'is the name of our own console')
    .describe('The system the rows come from; external ids are unique within it'),
  recognises: z
    .strictObject({ columns: z.array(ColumnName).min(1) })
    .optional()
    .describe('A file whose header has all of these is one for this preset'),
  file: FileForm.default(FileForm.parse({})),
  zone: z.string().refine(isZone, 'is no time zone, such as Europe/Zurich'),
  clockChange: z
    .enum(['refuse', 'earlier', 'later'])
    .default('refuse')
    .describe('A local time that exists twice or not at all when clocks change'),
  unit: Unit.optional().describe('Where people belong, and where the contacts of nobody are handled'),
  leaveOut: z.array(z.strictObject({ when: Condition, why: z.string().min(1) })).default([]),
  missing: z.array(MissingRule).default([]),
  staff: StaffRecord.optional(),
  reason: ReasonRecord.optional(),
  account: AccountRecord.optional(),
  person: PersonRecord.optional(),
  contact: Contact.optional(),
  answers: z.array(Answer).default([]).describe('About the contact'),
  complaint: Complaint.optional(),
  accountAnswers: z.array(Answer).default([]).describe('About the relationship with the customer as a whole'),
  revenue: RevenueRecord.optional(),
  attributes: Attributes,
  reconcile: z.string().optional().describe('The map with which its figures are compared'),
});

export const ImportPreset = PresetForm.superRefine((preset, context) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const has = (part: (typeof parts)[number]) =>
    part === 'accountAnswers' ? preset.accountAnswers.length > 0 : preset[part] !== undefined;
  if (!parts.some(has)) fault('contact', `is missing: a preset has at least one of ${parts.join(', ')}`);
  if (!preset.unit) {
    for (const part of ['staff', 'reason', 'contact', 'accountAnswers'] as const)
      if (has(part)) fault('unit', `is missing: ${part} needs it`);
  }
  if (!preset.contact) {
    if (preset.complaint) fault('complaint', 'needs a contact, which receives it');
    if (preset.answers.length > 0) fault('answers', 'are about a contact; answers about a customer are accountAnswers');
  }
  if (!preset.account) {
    for (const part of ['person', 'accountAnswers', 'revenue'] as const)
      if (has(part)) fault(part, 'needs the account that it belongs to');
  }
  preset.accountAnswers.forEach(({ at }, index) => {
    if (!at)
      context.addIssue({
        code: 'custom',
        path: ['accountAnswers', index, 'at'],
        message: 'is missing: when it was given',
      });
  });
});
export type ImportPreset = z.output<typeof ImportPreset>;
export type UnitPreset = NonNullable<ImportPreset['unit']>;
export type ContactPreset = NonNullable<ImportPreset['contact']>;
export type AnswerPreset = ImportPreset['answers'][number];
export type ComplaintPreset = NonNullable<ImportPreset['complaint']>;
