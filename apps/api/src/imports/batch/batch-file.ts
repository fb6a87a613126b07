import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { Refusal } from '../refusal.js';

const pieceBytes = 1_048_576;
const lineEnd = 0x0a;

/** The longest file that is taken. */
export const mostFileBytes = 2 * 1024 * pieceBytes;

/**
 * Keeps a file in the database, where every process can read it and a killed one loses nothing. The batch is `received`
 * with the last piece; a file that did not come whole is not. Of several uploads for one batch, in whatever process, the
 * first that is whole is the file; the others leave nothing.
 */
export async function keepFile(sql: Sql, batchId: string, stream: AsyncIterable<Buffer>): Promise<void> {
  const upload = uuid();
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  let n = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const store = async () => {
    if (waitingBytes === 0) return;
    const piece = Buffer.concat(waiting);
    for (let at = piece.indexOf(lineEnd); at !== -1; at = piece.indexOf(lineEnd, at + 1)) lines += 1;
    const kept = await sql.change(
      'INSERT INTO import_file (batch_id, upload, n, piece) SELECT id, $2, $3, $4 FROM import_batch WHERE id = $1',
      [batchId, upload, n++, piece],
    );
    // The demo was left while its file came in.
    if (kept === 0) throw new Refusal('The import is no longer there.', { code: 'no-such-batch' });
    [waiting, waitingBytes] = [[], 0];
  };
  for await (const chunk of stream) {
    hash.update(chunk);
    bytes += chunk.length;
    if (bytes > mostFileBytes) {
      const gigabytes = mostFileBytes / 1024 / pieceBytes;
      throw new Refusal(`The file has more than ${gigabytes} GB.`, { code: 'file-too-long', gigabytes });
    }
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= pieceBytes) await store();
  }
  await store();
  await sql.change(
    `UPDATE import_batch SET state = 'received', upload = $2, file_sha256 = $3, bytes = $4, lines = $5
     WHERE id = $1 AND state = 'receiving'`,
    [batchId, upload, hash.digest(), bytes, lines],
  );
  await sql.change(
    'DELETE FROM import_file f USING import_batch b WHERE b.id = $1 AND f.batch_id = b.id AND f.upload <> b.upload',
    [batchId],
  );
}

/**
 * The kept file as one on this machine, for as long as the work lasts. `firstPieces`: of a table of text no more than
 * these; a workbook can only be read as a whole.
 */
export async function withFile<Result>(
  sql: Sql,
  batchId: string,
  work: (path: string) => Promise<Result>,
  { firstPieces = Infinity }: { readonly firstPieces?: number } = {},
): Promise<Result> {
  await clearLeft();
  const folder = await mkdtemp(join(tmpdir(), folderName));
  try {
    const path = join(folder, 'file');
    await pipeline(Readable.from(pieces(sql, batchId, firstPieces)), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* pieces(sql: Sql, batchId: string, most: number): AsyncGenerator<Buffer> {
  for (let n = 0, last = most; n < last; n++) {
    const found = await sql.first<{ piece: Buffer }>(
      'SELECT f.piece FROM import_file f JOIN import_batch b ON b.id = f.batch_id AND b.upload = f.upload WHERE b.id = $1 AND f.n = $2',
      [...[batchId, n]],
    );
    if (!found) return;
    if (n === 0 && found.piece.subarray(0, 2).toString('latin1') === 'PK') last = Infinity;
    yield found.piece;
  }
}

const folderName = 'forecall-import-';
/** Nothing looks at a file for so long: a process that was killed has left it. */
const leftAfterMs = 24 * 3_600_000;

async function clearLeft(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(folderName));
  for (const name of names) {
    const folder = join(tmpdir(), name);
    const facts = await stat(folder).catch(() => undefined);
    if (facts && Date.now() - facts.mtimeMs > leftAfterMs) await rm(folder, { recursive: true, force: true });
  }
}
