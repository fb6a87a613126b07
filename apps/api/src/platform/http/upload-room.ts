import type { Readable } from 'node:stream';
import { Semaphore, withTimeout } from 'async-mutex';
import { ProblemError } from './problem.js';

/** How long somebody waits for room, and how long a whole upload may take. */
const patienceMs = { room: 20_000, upload: 120_000 };

/** Room is counted in pieces: a semaphore goes over all of its units at each entry and leave, which of bytes takes long. */
const bytesOfPiece = 64 * 1024;

/**
 * Bounds the memory that uploads take in this process: each has the room of its whole size before it is read, and
 * waits for it while nothing is read, which the sender's connection feels.
 */
export class UploadRoom {
  private readonly room;

  constructor(bytes: number) {
    this.room = withTimeout(new Semaphore(Math.floor(bytes / bytesOfPiece)), patienceMs.room, noRoom());
  }

  async during<Result>(bytes: number, work: () => Promise<Result>): Promise<Result> {
    const [, leave] = await this.room.acquire(Math.max(1, Math.ceil(bytes / bytesOfPiece)));
    try {
      return await work();
    } finally {
      leave();
    }
  }
}

/** Reads a body to its end, unless it is longer than that. What is left of a refused one is not kept. */
export async function wholeOf(body: Readable, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const clock = setTimeout(() => body.destroy(), patienceMs.upload);
  try {
    // The connection stays open after a refusal, or nobody would read it.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, bytes);
  } catch (error) {
    throw error instanceof ProblemError ? error : cutOff();
  } finally {
    clearTimeout(clock);
    body.resume();
  }
}

export const tooLarge = (mostBytes: number) => {
  const megabytes = mostBytes / 1024 / 1024;
  return new ProblemError(413, 'file-too-large', `A file has at most ${megabytes} MB.`, { values: { megabytes } });
};

const noRoom = () => new ProblemError(503, 'uploads-busy', 'Many files come in at this moment. Send it again.');
const cutOff = () => new ProblemError(400, 'upload-cut-off', 'The file did not come whole. Nothing was kept.');
