import { z } from 'zod';

export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

/** `sure`: nothing else fits; `likely`: the bytes speak for it; `guess`: somebody should look at the letters. */
export const Sureness = z.enum(['sure', 'likely', 'guess']);

export const importColumnKinds = ['blank', 'moment', 'duration', 'number', 'yes-no', 'words', 'id', 'text'] as const;

/** What a column of an unknown file seems to hold, judged by the rows at its beginning. */
export const ImportColumn = z.object({
  name: z.string().describe('As in the header; `Column 3` where there is none'),
  kind: z.enum(importColumnKinds).describe('The first of the readings below that fits the cells which are not blank'),
  momentFormats: z
    .array(z.string())
    .describe('Forms that fit all cells but single slips; several where they mean different moments'),
  isAmbiguous: z.boolean().describe('Day and month cannot be told apart: each of the forms reads another day'),
  durationForms: z.array(z.string()).describe('h:m:s, m:s, h:m, worded or seconds'),
  yesWords: z.array(z.string()),
  noWords: z.array(z.string()),
  words: z
    .array(z.object({ word: z.string(), count: z.int() }))
    .describe('All words, where they are few; most frequent first'),
  isUnique: z.boolean().describe('No cell is blank, and no two are alike'),
  blankShare: z.number().min(0).max(1),
  hasZerosAndBlanks: z.boolean().describe('0 stands in some rows where others are blank: one of them may mean "none"'),
  samples: z.array(z.string()).max(5),
});
export type ImportColumn = z.output<typeof ImportColumn>;

/** How an unknown file seems to be written, to be looked at and put right by a person. */
export const ImportDetection = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z
    .object({
      name: z.enum(importEncodings),
      sureness: Sureness,
      suspected: z.string().nullable().describe('Another encoding that the bytes look like, which cannot be read'),
    })
    .nullable()
    .describe('null: a workbook'),
  delimiter: z.string().nullable().describe('null: a workbook'),
  quote: z.string().nullable(),
  sheets: z.array(z.string()).describe('Of a workbook, in the order of its tabs'),
  sheet: z.string().nullable().describe('The one looked at'),
  skipLines: z.int().describe('Lines above the header'),
  hasHeader: z.boolean(),
  decimal: z.enum(['.', ',']),
  thousands: z.enum([',', '.', ' ', "'"]).nullable(),
  missing: z.array(z.string()).describe('Words that stand in cells for nothing'),
  rows: z.int().describe('Looked at, without the header'),
  isWhole: z.boolean().describe('These were all rows'),
  columns: z.array(ImportColumn),
});
export type ImportDetection = z.output<typeof ImportDetection>;
