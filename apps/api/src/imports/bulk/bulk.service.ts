import { Injectable } from '@nestjs/common';
import {
  type Bulk,
  BulkAnswer,
  BulkComplaint,
  BulkContact,
  type BulkResult,
  type FieldFault,
} from '@forecall/contracts';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { fieldsOf } from '../../platform/http/validation.pipe.js';
import { isFaultOfData } from '../writing/write-rows.js';
import { storeAnswers } from './answers.query.js';
import { BulkNames } from './bulk-names.js';
import { storeContacts } from './contacts.query.js';

type RowResult = BulkResult['rows'][number];
type Fault = RowResult['fields'][number];

/** A row that is read: what it is, by which it is told apart, and what it says. */
export interface ReadRow<Row> {
  readonly n: number;
  readonly row: Row;
  readonly sha256: Buffer;
}

/** So far ahead a clock may be. */
const aheadMilliseconds = 120_000;

/** Rows that other programs enter. Each is stored, or there already, or refused with what is wrong with it. */
@Injectable()
export class BulkService {
  constructor(private readonly database: Database) {}

  contacts(viewer: Viewer, bulk: Bulk): Promise<BulkResult> {
    return this.entered(viewer, bulk, BulkContact);
  }

  complaints(viewer: Viewer, bulk: Bulk): Promise<BulkResult> {
    return this.entered(viewer, bulk, BulkComplaint);
  }

  async answers(viewer: Viewer, { source, rows }: Bulk): Promise<BulkResult> {
    const { results, sound } = read(rows, BulkAnswer, ({ at }) => later(at, 'at'));
    const by = viewer.signInId;
    if (sound.length > 0) {
      const told = await this.database.transaction((sql) =>
        storeAnswers(
          sql,
          sound.map(({ row }) => row),
          { source, by },
        ),
      );
      told.forEach(({ state, id }, index) => {
        const n = sound[index]?.n ?? -1;
        put(results, n, answerResult(state, id));
      });
    }
    return counted(results);
  }

  private async entered<Row extends BulkContact | BulkComplaint>(
    viewer: Viewer,
    { source, rows }: Bulk,
    schema: z.ZodType<Row>,
  ): Promise<BulkResult> {
    const { results, sound } = read(rows, schema, laterIn);
    const names = await BulkNames.of(
      this.database,
      sound.map(({ row }) => row),
    );
    const named = sound.filter(({ n, row }) => {
      const fields = names.faultsOf(row);
      if (fields.length > 0) put(results, n, { state: 'refused', fields });
      return fields.length === 0;
    });
    const inserting = { batchId: null, source, statesTeam: false, by: viewer.signInId };
    const store = async (sql: Sql, some: readonly ReadRow<Row>[]) => {
      for (const { n, stored } of await storeContacts(sql, some, names, inserting)) {
        if (stored === 'differs') put(results, n, { state: 'refused', fields: [otherContent()] });
        else put(results, n, stored);
      }
    };
    await this.database.transaction((sql) =>
      storeSound(sql, named, store, ({ n }, error) => {
        put(results, n, { state: 'refused', id: null, fields: [notStored(error)] });
      }),
    );
    return counted(results);
  }
}

function put(results: RowResult[], n: number, change: Partial<RowResult>): void {
  const before = results[n];
  if (before) results[n] = { ...before, ...change };
}

/** A row that the database cannot take is found by halving, and refused alone: it takes no other row along. */
async function storeSound<Row>(
  sql: Sql,
  rows: readonly Row[],
  store: (sql: Sql, rows: readonly Row[]) => Promise<void>,
  refuse: (row: Row, error: Error) => void,
): Promise<void> {
  if (rows.length === 0) return;
  await sql.change('SAVEPOINT rows_of_bulk');
  try {
    await store(sql, rows);
    await sql.change('RELEASE SAVEPOINT rows_of_bulk');
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    await sql.change('ROLLBACK TO SAVEPOINT rows_of_bulk');
    const [only] = rows;
    if (rows.length === 1 && only !== undefined) {
      refuse(only, error);
      return;
    }
    const middle = Math.ceil(rows.length / 2);
    await storeSound(sql, rows.slice(0, middle), store, refuse);
    await storeSound(sql, rows.slice(middle), store, refuse);
  }
}

function read<Row extends { externalId: string }>(
  rows: readonly object[],
  schema: z.ZodType<Row>,
  faultOf: (row: Row) => Fault | undefined,
): { results: RowResult[]; sound: ReadRow<Row>[] } {
  const sound: ReadRow<Row>[] = [];
  const seen = new Set<string>();
  const results = rows.map((told, n): RowResult => {
    const externalId =
      'externalId' in told && typeof told.externalId === 'string' ? told.externalId.slice(0, 200) : null;
    const refused = (fields: Fault[]): RowResult => ({ externalId, state: 'refused', id: null, fields });
    const parsed = schema.safeParse(told);
    if (!parsed.success) return refused(fieldsOf(parsed.error.issues));
    const fault = seen.has(parsed.data.externalId) ? twice() : faultOf(parsed.data);
    if (fault) return refused([fault]);
    seen.add(parsed.data.externalId);
    sound.push({ n, row: parsed.data, sha256: createHash('sha256').update(JSON.stringify(parsed.data)).digest() });
    return { externalId, state: 'stored', id: null, fields: [] };
  });
  return { results, sound };
}

function counted(rows: RowResult[]): BulkResult {
  const count = (state: RowResult['state']) => rows.filter((row) => row.state === state).length;
  return { stored: count('stored'), there: count('there'), refused: count('refused'), rows };
}

function answerResult(state: Awaited<ReturnType<typeof storeAnswers>>[number]['state'], id: string | null) {
  if (state === 'stored' || state === 'there') return { state, id, fields: [] };
  const faults = {
    differs: otherContent(),
    'no-contact': fault('contact', 'unknown-contact', 'is no contact of this source'),
    'not-handled': fault('contact', 'contact-not-handled', 'is a contact in which nobody was spoken to'),
  };
  return { state: 'refused' as const, id: null, fields: [faults[state]] };
}

const fault = (path: string, code: string, message: string): FieldFault => ({ path, code, message });
const otherContent = () => fault('externalId', 'differs', 'is there already from this source, with another content');
const twice = () => fault('externalId', 'twice-in-request', 'stands in this request already');
const notStored = (error: Error) => fault('', 'not-stored', error.message);
const laterIn = (row: BulkContact | BulkComplaint) =>
  later(row.endedAt, 'endedAt') ?? ('complaint' in row ? laterStep(row.complaint.steps) : undefined);
function laterStep(steps: BulkComplaint['complaint']['steps']): FieldFault | undefined {
  const n = steps.findIndex(({ at }) => Date.parse(at) > Date.now() + aheadMilliseconds);
  return n === -1 ? undefined : fault(`complaint.steps.${n}.at`, 'in-the-future', 'lies in the future');
}
const later = (at: string, path: string) =>
  Date.parse(at) > Date.now() + aheadMilliseconds ? fault(path, 'in-the-future', 'lies in the future') : undefined;
