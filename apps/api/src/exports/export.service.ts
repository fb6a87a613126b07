import { Injectable, Logger } from '@nestjs/common';
import type { ExportQuery, LocaleName } from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as otherWork } from 'node:timers/promises';
import { AuditTrail } from '../platform/access/audit-trail.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import type { PageEnd } from '../platform/http/page-cursor.js';
import { attachment } from '../platform/http/attachment.js';
import { conflict } from '../platform/http/problem.js';
import { CsvWriter } from './csv-writer.js';
import type { ExportColumn, ExportFormat, ExportTable, ExportWriter } from './export-table.js';
import { written } from './written-rows.js';
import { XlsxWriter } from './xlsx-writer.js';

export type { ExportColumn, ExportTable } from './export-table.js';

const mostRows = 100_000;
const pageRows = 1_000;
/** Exports at one time in this process; each holds a connection. */
const mostAtOnce = 4;
const pageLimitMs = 10_000;
/** A reader who takes nothing for so long has gone, or holds up everybody. */
const readerLimitMs = 60_000;

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const remarks: Record<LocaleName, string> = {
  en: 'Only the first 100,000 rows are here. Narrow the filters for the rest.',
  zh: '仅含前 100,000 行。请缩小筛选条件以导出其余部分。',
};

/** Writes lists into files: one at a time for each person, in one picture of the data, and never without a record. */
@Injectable()
export class ExportService {
  private readonly logger = new Logger('export');
  private running = 0;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers with the file. What goes wrong before its first line is a refusal, later the file breaks off. */
  async send<Row extends PageEnd>(
    viewer: Viewer,
    { format, locale }: Pick<ExportQuery, 'format' | 'locale'>,
    table: ExportTable<Row>,
    reply: FastifyReply,
  ): Promise<void> {
    if (this.running >= mostAtOnce) throw busy();
    const body = new PassThrough();
    const gone = new AbortController();
    body.once('close', () => gone.abort());
    // Whoever reads the file is told by its breaking off.
    body.on('error', (error) => this.logger.warn(`An export broke off: ${error.message}`));
    await new Promise<void>((resolve, reject) => {
      const begin = (day: string) => {
        reply.header('Content-Type', types[format]);
        reply.header('Content-Disposition', attachment(`${table.name ?? `${table.page}-${day}`}.${format}`));
        void reply.send(body);
        resolve();
      };
      this.running += 1;
      this.write(viewer, format, locale, table, body, begin, gone.signal)
        .catch((error: unknown) => {
          const isBegun = reply.sent;
          reject(error instanceof Error ? error : new Error(String(error)));
          body.destroy(isBegun && !gone.signal.aborted && error instanceof Error ? error : undefined);
        })
        .finally(() => (this.running -= 1));
    });
  }

  private async write<Row extends PageEnd>(
    viewer: Viewer,
    format: ExportFormat,
    locale: LocaleName,
    table: ExportTable<Row>,
    body: PassThrough,
    begin: (day: string) => void,
    gone: AbortSignal,
  ): Promise<void> {
    let writer: ExportWriter | undefined;
    const done = { rows: 0, isBegun: false };
    try {
      const remark = await this.database.transaction(async (sql) => {
        await sql.change('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
        await sql.change(`SET LOCAL statement_timeout = ${pageLimitMs}`);
        await this.claim(sql, viewer);
        const form = written(table, locale, await zoneOf(sql));
        let page = await table.read(sql, undefined, pageRows);
        writer = format === 'csv' ? new CsvWriter() : new XlsxWriter();
        writer.begin(form.kinds, form.heads);
        begin(form.day);
        done.isBegun = true;
        for (;;) {
          const taken = page.slice(0, Math.min(pageRows, mostRows - done.rows));
          done.rows += taken.length;
          await give(body, writer.write(taken.map(form.row)), gone);
          const last = taken.at(-1);
          if (page.length <= pageRows || !last) return table.remark?.[locale] ?? null;
          if (done.rows >= mostRows) return remarks[locale];
          page = await table.read(sql, last, pageRows);
        }
      });
      const file = await writer?.end(remark);
      await this.record(viewer, table, format, done.rows, true);
      await give(body, file ?? null, gone);
      body.end();
    } catch (error) {
      if (done.isBegun) await this.record(viewer, table, format, done.rows, false);
      throw error;
    } finally {
      writer?.close();
    }
  }

  /** Across processes, as long as the transaction is open. */
  private async claim(sql: Sql, { signInId }: Viewer): Promise<void> {
    const row = await sql.first<{ claimed: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('export ' || $1, 0)) AS claimed`,
      [signInId],
    );
    if (!row?.claimed) throw conflict('export-running', 'One export of yours is running. Wait until it is over.');
  }

  private async record<Row extends PageEnd>(
    viewer: Viewer,
    { page, filters }: ExportTable<Row>,
    format: ExportFormat,
    rows: number,
    isWhole: boolean,
  ): Promise<void> {
    const given = Object.entries(filters).filter(([, value]) => value !== undefined);
    await this.audit.record(this.database, viewer, {
      act: isWhole ? 'list.exported' : 'list.export-broken-off',
      entity: 'list',
      id: page,
      name: page,
      after: { file: format, rows, filters: given.map(([name, value]) => `${name}=${String(value)}`).join(' & ') },
    });
  }
}

/** A small table as CSV text. */
export function csvText<Row extends PageEnd>(
  rows: readonly Row[],
  columns: readonly ExportColumn<Row>[],
  locale: LocaleName,
  zone: string,
): string {
  const form = written({ columns }, locale, zone);
  const writer = new CsvWriter();
  writer.begin(form.kinds, form.heads);
  return writer.write(rows.map(form.row));
}

/** Waits for the reader, and lets other requests come between two pages. */
async function give(body: PassThrough, part: string | Buffer | null, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted();
  if (part !== null && part.length > 0 && !body.write(part))
    await once(body, 'drain', { signal: AbortSignal.any([gone, AbortSignal.timeout(readerLimitMs)]) });
  await otherWork();
}

async function zoneOf(sql: Sql): Promise<string> {
  const row = await sql.first<{ zone: string }>('SELECT zone FROM organisation');
  return row?.zone ?? 'UTC';
}

const busy = () => conflict('exports-busy', 'Several exports are running. Try again in a minute.');
