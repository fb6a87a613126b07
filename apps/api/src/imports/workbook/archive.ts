import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../refusal.js';
import { limits } from './limits.js';

/** The parts of a workbook's ZIP archive, held to limits before anything is inflated, and again while it is. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
      throw damaged(error);
    });
    try {
      return new Archive(zip, await partsOf(zip));
    } catch (error) {
      zip.close();
      throw error instanceof Refusal ? error : damaged(error);
    }
  }

  close(): void {
    this.zip.close();
  }

  has(name: string): boolean {
    return this.parts.has(keyOf(name));
  }

  /** The bytes of a part. */
  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.parts.get(keyOf(name));
    if (!entry) throw new Refusal(`The workbook lacks its part ${name}.`, { code: 'workbook-damaged', part: name });
    let stream: Readable | undefined;
    let count = 0;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        count += chunk.length;
        // The archive's own word of the size may be a lie.
        if (count > entry.uncompressedSize) throw tooLarge(name, 'is larger than the archive says');
        yield chunk;
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (/too many bytes/.test(String(error))) throw tooLarge(name, 'is larger than the archive says');
      throw damaged(error);
    } finally {
      stream?.destroy();
    }
  }
}

/** The bytes of a part that has no reason to be large. */
export async function* smallPart(archive: Archive, name: string): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of archive.bytes(name)) {
    count += chunk.length;
    if (count > limits.smallPartBytes) throw tooLarge(name, `is larger than ${limits.smallPartBytes} bytes`);
    yield chunk;
  }
}

/** Names of parts differ in the case of letters between producers. */
const keyOf = (name: string): string => name.replace(/^\//, '').toLowerCase();

async function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.parts) throw tooLarge('', `has ${zip.entryCount} parts, the most is ${limits.parts}`);
  const parts = new Map<string, Entry>();
  let all = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    if (entry.isEncrypted())
      throw new Refusal('The workbook has a password. Save it as an XLSX workbook without one.', {
        code: 'workbook-with-password',
      });
    all += uncompressedSize;
    if (uncompressedSize > limits.partBytes || all > limits.allBytes)
      throw tooLarge(fileName, `becomes ${uncompressedSize} bytes (all together ${all}) when it is unpacked`);
    if (uncompressedSize > limits.anyRatioBytes && uncompressedSize > compressedSize * limits.ratio)
      throw tooLarge(fileName, `becomes more than ${limits.ratio} times larger when it is unpacked`);
    parts.set(keyOf(fileName), entry);
  }
  return parts;
}

const tooLarge = (part: string, why: string): Refusal =>
  new Refusal(
    `The workbook is not unpacked: ${part === '' ? 'it' : `its part ${part}`} ${why}. Save the table as CSV, or in several workbooks.`,
    { code: 'workbook-too-large', part, why },
  );

function damaged(error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal(`The workbook is damaged or cut off (${why}). Was it copied as a whole?`, {
    code: 'workbook-damaged',
    why,
  });
}
