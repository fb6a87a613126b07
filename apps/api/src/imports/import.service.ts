import { Injectable } from '@nestjs/common';
import type {
  BadRowQuery,
  BadRows,
  DetectedImport,
  DetectionQuery,
  ImportBatch,
  ImportBy,
  ImportFault,
  ImportList,
  ImportListQuery,
  ImportPreview,
  WorkedOn,
} from '@forecall/contracts';
import type { Readable } from 'node:stream';
import type { Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { pageAfter } from '../platform/http/page-cursor.js';
import { conflict, notFound, ProblemError } from '../platform/http/problem.js';
import {
  askToStop,
  type Batch,
  batchById,
  beginBatch,
  beginChecking,
  beginImporting,
  beginUndoing,
  refusedRows,
} from './batch/batch.query.js';
import { keepFile } from './batch/batch-file.js';
import { batchJson, batchPage } from './batch/batch-list.query.js';
import { BatchWork } from './batch/batch-work.service.js';
import { PresetsService } from './presets/presets.service.js';
import { Refusal } from './refusal.js';
import { Threads } from './thread/threads.js';
import { workedOn } from './undoing/worked-on.js';

/** Files that become rows: kept, looked at, checked as a whole, written when somebody says so, and taken out again. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly work: BatchWork,
    private readonly presets: PresetsService,
    private readonly threads: Threads,
  ) {}

  async list({ after, limit }: ImportListQuery): Promise<ImportList> {
    return batchPage(this.database, pageAfter(after), limit);
  }

  async one(id: string): Promise<ImportBatch> {
    const batch = await batchJson(this.database, id);
    if (!batch) throw notFound('import');
    return batch;
  }

  /** Keeps the file. Sent again with the same id it is the same import; what did not come whole begins anew. */
  async receive(viewer: Viewer, id: string, fileName: string, body: Readable): Promise<ImportBatch> {
    const there = await batchById(this.database, id);
    if (there && (there.state !== 'receiving' || there.createdBy !== viewer.signInId)) {
      body.resume();
      if (there.createdBy !== viewer.signInId) throw conflict('id-taken', 'This id is another import’s.');
      return this.one(id);
    }
    try {
      if (!there) await beginBatch(this.database, { id, fileName, by: viewer.signInId });
      await keepFile(this.database, id, body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>);
    } catch (error) {
      body.resume();
      if (error instanceof Refusal) throw error.code === 'no-such-batch' ? notFound('import') : refused(413, error);
      throw body.errored
        ? new ProblemError(400, 'upload-cut-off', 'The file did not come whole. Nothing was kept.')
        : error;
    }
    return this.one(id);
  }

  /** How the file is written, as far as its beginning tells, and the presets that know its columns. */
  async detect(id: string, given: DetectionQuery): Promise<DetectedImport> {
    await this.waiting(id);
    return this.looked(() => this.threads.look<DetectedImport>({ kind: 'detect', batchId: id, given }));
  }

  async preview(id: string, by: ImportBy): Promise<ImportPreview> {
    await this.waiting(id);
    const definition = await this.presets.definitionBy(by);
    return this.looked(() => this.threads.look<ImportPreview>({ kind: 'preview', batchId: id, definition }));
  }

  /** Has the whole file checked; nothing of it is seen until it is confirmed. */
  async check(id: string, by: ImportBy): Promise<ImportBatch> {
    const preset = this.presets.sound(await this.presets.definitionBy(by));
    await this.inState(id);
    if (!(await beginChecking(this.database, id, preset))) throw await this.notNow(id);
    this.work.look();
    return this.one(id);
  }

  async confirm(id: string): Promise<ImportBatch> {
    const { rowsStaged } = await this.inState(id);
    if (rowsStaged === 0) throw conflict('nothing-to-import', 'No row of the file is new and sound.');
    if (!(await beginImporting(this.database, id))) throw await this.notNow(id);
    this.work.look();
    return this.one(id);
  }

  /** Before it was confirmed nothing stays; after that what has been written is taken out again. */
  async cancel(id: string): Promise<ImportBatch> {
    await this.inState(id);
    const isAtOnce = await this.database.change(
      `UPDATE import_batch SET state = 'cancelled' WHERE id = $1 AND state IN ('received', 'checked', 'failed')`,
      [id],
    );
    if (isAtOnce === 1) {
      await this.database.change('DELETE FROM import_stage WHERE batch_id = $1', [id]);
      await this.database.change('DELETE FROM import_file WHERE batch_id = $1', [id]);
    } else if (!(await askToStop(this.database, id))) throw await this.notNow(id);
    this.work.lookAt(id);
    return this.one(id);
  }

  async workedOn(id: string): Promise<WorkedOn> {
    await this.inState(id);
    return workedOn(this.database, id);
  }

  async undo(id: string): Promise<ImportBatch> {
    const { state } = await this.inState(id);
    if (state !== 'done') throw await this.notNow(id);
    const { count } = await workedOn(this.database, id);
    if (count > 0)
      throw conflict('worked-on-since', `People have worked on ${count} of its rows since.`, { values: { count } });
    if (!(await beginUndoing(this.database, id))) throw await this.notNow(id);
    this.work.look();
    return this.one(id);
  }

  async badRows(id: string, { after, limit }: BadRowQuery): Promise<BadRows> {
    const { header } = await this.inState(id);
    const rows = await refusedRows<ImportFault>(this.database, id, after, limit + 1);
    const shown = rows.slice(0, limit);
    return {
      header: [...(header ?? [])],
      rows: shown.map(({ line, cells, faults }) => ({ line, cells: [...cells], faults: [...faults] })),
      next: rows.length > limit ? (shown.at(-1)?.line ?? null) : null,
    };
  }

  private async inState(id: string): Promise<Batch> {
    const batch = await batchById(this.database, id);
    if (!batch || batch.state === 'receiving') throw notFound('import');
    return batch;
  }

  /** Its file is there, and nobody is at work on it. */
  private async waiting(id: string): Promise<Batch> {
    const batch = await this.inState(id);
    if (!['received', 'checked', 'failed'].includes(batch.state)) throw await this.notNow(id);
    return batch;
  }

  private async notNow(id: string): Promise<ProblemError> {
    const { state } = await this.inState(id);
    return conflict('import-not-now', `The import is ${state}.`, { values: { state } });
  }

  private async looked<Result>(look: () => Promise<Result>): Promise<Result> {
    try {
      return await look();
    } catch (error) {
      throw error instanceof Refusal ? refused(422, error) : error;
    }
  }
}

const refused = (status: number, { code, message, values }: Refusal) =>
  new ProblemError(status, code, message, { values });
