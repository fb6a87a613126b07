import { z } from 'zod';
import { ImportDetection, importEncodings } from './import-detection.js';
import { pageQuery, uuid, visibleName } from './written.js';

/**
 * receiving: the file is coming in; received: it waits for a preset; checking; checked: it waits to be confirmed, and
 * nothing of it is seen yet; importing; done; undoing; undone. Nothing of it was written: cancelled, failed.
 */
export const importStates = [
  'receiving',
  'received',
  'checking',
  'checked',
  'importing',
  'done',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

export const madeKinds = ['departments', 'teams', 'staff', 'reasons', 'accounts', 'persons'] as const;
export type MadeKind = (typeof madeKinds)[number];

const CountedNames = z.object({ count: z.int(), names: z.array(z.string()) }).meta({ id: 'CountedNames' });
export type CountedNames = z.infer<typeof CountedNames>;

/** What an import makes of the organisation: how many, and some of the names. */
export const Made = z.partialRecord(z.enum(madeKinds), CountedNames).meta({ id: 'Made' });
export type Made = z.infer<typeof Made>;

export const ImportFault = z
  .object({
    column: z.string().nullable().describe('null: the row as a whole'),
    code: z.string(),
    value: z.string(),
    message: z.string().describe('English, to be read after the name of the column'),
    rule: z.string().optional().describe('What it breaks, more exactly than the code'),
    values: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('Of the rule'),
  })
  .meta({ id: 'ImportFault' });
export type ImportFault = z.infer<typeof ImportFault>;

export const ImportBatch = z
  .object({
    id: uuid,
    fileName: z.string(),
    state: z.enum(importStates),
    isStopping: z.boolean().describe('Somebody has asked to cancel; it ends with the rows in hand'),
    preset: z.string().nullable(),
    title: z.string().nullable(),
    bytes: z.number(),
    lines: z.int().describe('Line ends in the file: about how many rows; 0 for a workbook'),
    rowsRead: z.int(),
    rowsStaged: z.int().describe('Sound rows that are new'),
    rowsThere: z.int().describe('Rows that are in already, from this source'),
    rowsTaken: z.int(),
    rowsRefused: z.int(),
    rowsUndone: z.int(),
    leftOut: z.record(z.string(), z.int()),
    makes: Made,
    passedOver: CountedNames.nullable().describe(
      'Of a check: who is named to lead a team or department that another leads, or is named before to lead',
    ),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    createdBy: z.string().nullable().describe('null: at the command line'),
    finishedAt: z.iso.datetime().nullable(),
    period: z
      .object({ from: z.iso.date(), to: z.iso.date() })
      .nullable()
      .describe('Days of the contacts that it brought, the first and the last; of a batch that is done'),
  })
  .meta({ id: 'ImportBatch' });
export type ImportBatch = z.infer<typeof ImportBatch>;

export const ImportListQuery = z.strictObject(pageQuery);
export type ImportListQuery = z.output<typeof ImportListQuery>;
export const ImportList = z
  .object({ rows: z.array(ImportBatch), next: z.string().nullable() })
  .meta({ id: 'ImportList' });
export type ImportList = z.infer<typeof ImportList>;

export const ImportFileQuery = z.strictObject({ name: visibleName(200).describe('What the file is called') });
export type ImportFileQuery = z.output<typeof ImportFileQuery>;

export const DetectionQuery = z.strictObject({
  sheet: z.string().max(100).optional().describe('Of a workbook; left out: the first with anything on it'),
  encoding: z.enum(importEncodings).optional().describe('Somebody knows better; left out: by the bytes'),
  delimiter: z.string().length(1).optional(),
  skipLines: z.coerce.number().int().min(0).max(1000).optional().describe('Lines above the header'),
  header: z.enum(['yes', 'no']).optional().describe('Whether the first line names the columns'),
});
export type DetectionQuery = z.output<typeof DetectionQuery>;

/** How a file is written, and the presets whose columns it has, the best first. */
export const DetectedImport = z
  .object({ detection: ImportDetection, presets: z.array(z.object({ name: z.string(), title: z.string() })) })
  .meta({ id: 'DetectedImport' });
export type DetectedImport = z.infer<typeof DetectedImport>;

export const BadRowQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Line of the last one known'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BadRowQuery = z.output<typeof BadRowQuery>;
export const BadRows = z
  .object({
    header: z.array(z.string()),
    rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()), faults: z.array(ImportFault) })),
    next: z.int().nullable(),
  })
  .meta({ id: 'BadRows' });
export type BadRows = z.infer<typeof BadRows>;

/** By the name of a preset that is kept, or by one that is being written. */
export const ImportBy = z
  .strictObject({ preset: z.string().max(80).optional(), definition: z.record(z.string(), z.unknown()).optional() })
  .refine(({ preset, definition }) => (preset === undefined) !== (definition === undefined), 'give one of the two');
export type ImportBy = z.output<typeof ImportBy>;

/** The first rows as a preset reads them: by field, in the words of the preset (`contact.startedAt`). */
export const ImportPreview = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(
      z.object({
        line: z.int(),
        cells: z.array(z.string()),
        leftOut: z.string().nullable(),
        values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
        faults: z.array(ImportFault),
      }),
    ),
    faults: z.array(z.string()).describe('What is wrong with the preset, or with the file as a whole'),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof ImportPreview>;

/** What people have done since with what an import brought; as long as there is any, it is not undone. */
export const WorkedOn = z
  .object({
    rows: z.array(
      z.object({
        kind: z.enum(['contact', 'complaint', 'answer', 'staff', 'account', 'person', 'reason', 'team', 'department']),
        id: uuid,
        name: z.string().describe('Complaint number, name; of a contact its time'),
        what: z.string().describe('What refers to it or was done: changed, or the name of a table'),
      }),
    ),
    count: z.int().describe('All of them; the rows are the first hundred'),
  })
  .meta({ id: 'WorkedOn' });
export type WorkedOn = z.infer<typeof WorkedOn>;

export const PresetName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
export const ImportPresetEntry = z
  .object({
    name: z.string(),
    title: z.string(),
    isShipped: z.boolean().describe('Comes with the program; it is copied, not changed'),
    definition: z.record(z.string(), z.unknown()),
    revision: z.int(),
    changedAt: z.iso.datetime().nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'ImportPresetEntry' });
export type ImportPresetEntry = z.infer<typeof ImportPresetEntry>;
export const ImportPresetList = z.object({ presets: z.array(ImportPresetEntry) }).meta({ id: 'ImportPresetList' });
export type ImportPresetList = z.infer<typeof ImportPresetList>;
const longestPreset = 200_000;
export const SaveImportPreset = z.strictObject({
  definition: z
    .record(z.string(), z.unknown())
    .refine((one) => JSON.stringify(one).length <= longestPreset, `has more than ${longestPreset} characters`),
  revision: z.int().min(0).describe('0: a new one'),
});
export type SaveImportPreset = z.output<typeof SaveImportPreset>;
