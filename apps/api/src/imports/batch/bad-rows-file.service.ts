import { Injectable } from '@nestjs/common';
import type { ImportFault } from '@forecall/contracts';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { refusedColumn } from '../reading/header.js';
import { worded } from '../report.js';
import { type Batch, batchById, type RefusedRow, refusedRows } from './batch.query.js';

const pageRows = 500;
const byteOrderMark = '\uFEFF';

/**
 * The refused rows as a table of the same columns, and a last one that says what is wrong. Cells stand as they came: the
 * file is to be mended and sent again, so nothing may be put in front of them.
 */
@Injectable()
export class BadRowsFile {
  constructor(private readonly database: Database) {}

  async send(id: string, reply: FastifyReply): Promise<void> {
    const batch = await batchById(this.database, id);
    if (!batch || batch.state === 'receiving') throw notFound('import');
    const name = encodeURIComponent(`${batch.fileName.replace(/\.[a-z0-9]{1,5}$/i, '')}-refused.csv`);
    reply.header('Content-Type', 'text/csv; charset=utf-8');
    reply.header('Content-Disposition', `attachment; filename*=UTF-8''${name}`);
    await reply.send(Readable.from(this.text(batch)));
  }

  private async *text(batch: Batch): AsyncGenerator<string> {
    const columns = batch.header ?? [];
    const write = (rows: string[][]) => stringify(rows, { record_delimiter: 'windows' });
    yield byteOrderMark + write([[...columns, refusedColumn]]);
    for (let after = 0; ;) {
      const rows = await refusedRows<ImportFault>(this.database, batch.id, after, pageRows);
      const last = rows.at(-1);
      if (!last) return;
      yield write(rows.map((row) => [...padded(row.cells, columns.length), faultsOf(row)]));
      after = last.line;
    }
  }
}

const padded = (cells: readonly string[], count: number): string[] =>
  Array.from({ length: Math.max(count, cells.length) }, (_, n) => cells[n] ?? '');

const faultsOf = (row: RefusedRow<ImportFault>): string => worded(row as Parameters<typeof worded>[0]).join('; ');
