import { createHash, type Hash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { Refusal } from '../refusal.js';

export interface FileFacts {
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** Reads the file once through: what identifies it, and that its encoding is what the preset says, before anything is written. */
export async function factsOf(path: string, encoding: string): Promise<FileFacts> {
  const hash = createHash('sha256');
  for await (const _text of decodedText(path, encoding, hash));
  return { bytes: statSync(path).size, sha256: hash.digest() };
}

/**
 * The text of a file piece by piece, line ends as `\n`, without a byte order mark. Bytes that are not of the encoding
 * stop it: a wrong encoding would change names without anybody noticing.
 */
export async function* decodedText(path: string, encoding: string, hash?: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  let heldBack = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    hash?.update(chunk);
    const text = heldBack + decode(() => decoder.decode(chunk, { stream: true }), encoding, bytes);
    bytes += chunk.length;
    // A line end may be parted between two pieces.
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield (heldBack ? text.slice(0, -1) : text).replaceAll('\r\n', '\n');
  }
  yield heldBack + decode(() => decoder.decode(), encoding, bytes);
}

function decode(run: () => string, encoding: string, afterBytes: number): string {
  try {
    return run();
  } catch {
    throw new Refusal(
      `The file is not in the encoding ${encoding} (after byte ${afterBytes}). The preset's file.encoding says what to expect.`,
    );
  }
}
