import { Zone } from '@forecall/contracts';
import {
  complaintSteps,
  contactChannels,
  contactDirections,
  contactOutcomes,
  contactPurposes,
  workSteps,
} from '@forecall/domain';
import { z } from 'zod';
import { ColumnName, Condition } from './condition.js';
import {
  AccountSource,
  choiceOf,
  DurationSource,
  MomentFormat,
  MomentSource,
  ReasonSource,
  StaffSource,
  TextSource,
  UnitSource,
  YesNoSource,
} from './source.js';

const FileForm = z.strictObject({
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
    externalId: TextSource.optional().describe('Unique per source'),
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
    account: AccountSource.optional(),
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

const Attribute = z.union([
  z.strictObject({ column: ColumnName, as: z.literal('text').default('text') }),
  z.strictObject({ column: ColumnName, as: z.literal('number') }),
  z.strictObject({ column: ColumnName, as: z.literal('date'), format: MomentFormat }),
  z.strictObject({
    column: ColumnName,
    as: z.literal('yes-no'),
    yes: z.array(z.string()).default([]),
    no: z.array(z.string()).default([]),
    otherwise: z.enum(['yes', 'no']).optional(),
  }),
  z.strictObject({ when: Condition }).describe('Yes where the condition holds, else no'),
]);
export type AttributeSource = z.output<typeof Attribute>;

/** The rule of a contact's attributes everywhere: letters and figures of any script, and a few signs. */
export const attributeNamePattern = /^[\p{L}\p{N}][\p{L}\p{N} _.()/-]{0,79}$/u;
const AttributeName = z
  .string()
  .regex(attributeNamePattern, 'is no name of an attribute: letters, figures, space and _ . ( ) / - only');

const Attributes = z
  .strictObject({
    others: z.enum(['keep', 'leave']).default('keep').describe('Columns that the preset does not use'),
    leave: z.array(ColumnName).default([]),
    fields: z.record(AttributeName, Attribute).default({}),
  })
  .default({ others: 'keep', leave: [], fields: {} });

const isZone = (zone: string): boolean => Zone.safeParse(zone).success;

/** How a file becomes contacts, complaints and answers. Everything that is particular to a file stands here. */
export const Preset = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in kebab-case'),
  title: z.string().min(1),
  source: z.string().min(1).describe('The system the rows come from; external ids are unique within it'),
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
  unit: z.strictObject({
    department: UnitSource,
    team: UnitSource,
    answerable: z.string().min(1).optional().describe('Answers for new reasons; left out: the department'),
  }),
  leaveOut: z.array(z.strictObject({ when: Condition, why: z.string().min(1) })).default([]),
  missing: z.array(MissingRule).default([]),
  contact: Contact,
  answers: z.array(Answer).default([]),
  complaint: Complaint.optional(),
  attributes: Attributes,
  reconcile: z.string().optional().describe('The map with which its figures are compared'),
});
export type Preset = z.output<typeof Preset>;
export type AnswerPreset = Preset['answers'][number];
export type ComplaintPreset = NonNullable<Preset['complaint']>;
