import { createReadStream } from 'node:fs';
import { Refusal } from '../refusal.js';
import { lineOfFault } from './encoding-fault.js';

/** More than this many characters in one line or record are no row any more. */
export const longestRecord = 2_000_000;

/**
 * The text of a file piece by piece, line ends of any system as `\n`, without a byte order mark. Bytes that are not of
 * the encoding stop it: a wrong encoding would change names without anybody noticing. So does a line that never ends:
 * it would fill the memory.
 */
export async function* decodedText(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let sinceLineEnd = 0;
  let heldBack = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    const text = heldBack + decode(() => decoder.decode(chunk, { stream: true }), { encoding, line, chunk });
    // A line end may be parted between two pieces.
    heldBack = text.endsWith('\r') ? '\r' : '';
    const piece = withPlainLineEnds(heldBack ? text.slice(0, -1) : text);
    const lastEnd = piece.lastIndexOf('\n');
    sinceLineEnd = lastEnd < 0 ? sinceLineEnd + piece.length : piece.length - lastEnd - 1;
    line += lineEnds(piece);
    if (sinceLineEnd > longestRecord) throw tooLong(line);
    yield piece;
  }
  yield withPlainLineEnds(heldBack + decode(() => decoder.decode(), { encoding, line }));
}

const withPlainLineEnds = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

export const tooLong = (line: number): Refusal =>
  new Refusal(
    `Line ${line} is longer than ${longestRecord} characters: that is no row of a table. Is the delimiter or the encoding another?`,
    { code: 'line-too-long', line, limit: longestRecord },
  );

function decode(
  run: () => string,
  { encoding, line, chunk }: { encoding: string; line: number; chunk?: Buffer },
): string {
  try {
    return run();
  } catch {
    const at = chunk ? lineOfFault(chunk, encoding, line) : line;
    throw new Refusal(
      `The file is not in the encoding ${encoding} (line ${at}). The preset's file.encoding says what to expect.`,
      { code: 'wrong-encoding', encoding, line: at },
    );
  }
}
