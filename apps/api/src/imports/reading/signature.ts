import { open } from 'node:fs/promises';
import { Refusal } from '../refusal.js';

/** What a file is by its first bytes, whatever its name says. */
export type Signature = 'text' | 'zip' | 'ole';

/** `PK\x03\x04`, or the end of an archive that holds nothing. */
const zipMarks = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('PK\x05\x06', 'latin1')];
/** The container of the old XLS, and of workbooks with a password. */
const oleMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export function signatureOf(beginning: Uint8Array): Signature {
  const begins = (mark: Buffer) => mark.equals(beginning.subarray(0, mark.length));
  if (zipMarks.some(begins)) return 'zip';
  return begins(oleMark) ? 'ole' : 'text';
}

export async function signatureOfFile(path: string): Promise<Signature> {
  return signatureOf(await bytesAt(path, 0, oleMark.length));
}

export async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A workbook read as text would be nonsense, a text read as a workbook nothing. */
export async function needSignature(path: string, format: 'csv' | 'xlsx'): Promise<void> {
  const signature = await signatureOfFile(path);
  if (signature === 'ole') throw await oleRefusal(path);
  if (format === 'csv' && signature === 'zip')
    throw new Refusal('The file is a workbook or an archive, not text. For XLSX the preset needs "format": "xlsx".', {
      code: 'not-text',
    });
  if (format === 'xlsx' && signature === 'text')
    throw new Refusal('The file is no XLSX workbook. For a text file the preset needs "format": "csv".', {
      code: 'not-a-workbook',
    });
}

/** The directory of such a container names its streams; a workbook with a password has one that says so. */
async function oleRefusal(path: string): Promise<Refusal> {
  const head = await bytesAt(path, 0, 512);
  const sectorBytes = head.length < 52 ? 512 : 2 ** Math.min(head.readUInt16LE(30), 12);
  const directory = head.length < 52 ? 0 : (head.readUInt32LE(48) + 1) * sectorBytes;
  const names = await bytesAt(path, directory, 4096);
  if (names.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new Refusal('The workbook has a password. Save it as an XLSX workbook without one.', {
      code: 'workbook-with-password',
    });
  return new Refusal('The file is in the old Excel form (XLS). Save it as "Excel Workbook (.xlsx)" or as CSV.', {
    code: 'old-workbook',
  });
}
