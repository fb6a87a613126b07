import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CellKind, ExportWriter, WrittenRow } from './export-table.js';
import type { XlsxMessage } from './xlsx-worker.js';

/** The built program, whether this file is part of it or of a spec. */
const program = join(import.meta.dirname, '../../dist/exports/xlsx-worker.js');
const mostMegabytes = 1_500;

/** Collects the rows in a thread of its own, where the sheet is put together: that takes seconds for a long one. */
export class XlsxWriter implements ExportWriter {
  private readonly worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  private failure: Error | undefined;

  constructor() {
    this.worker.on('error', (error: Error) => (this.failure = error));
  }

  begin(kinds: readonly CellKind[], heads: readonly string[] | null): void {
    this.tell({ kinds, heads });
  }

  write(rows: readonly WrittenRow[]): null {
    this.tell({ rows });
    return null;
  }

  async end(remark: string | null): Promise<Buffer> {
    this.tell({ remark });
    const [file] = (await once(this.worker, 'message')) as [Uint8Array];
    this.close();
    return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  }

  close(): void {
    void this.worker.terminate();
  }

  private tell(message: XlsxMessage): void {
    if (this.failure) throw this.failure;
    this.worker.postMessage(message);
  }
}
