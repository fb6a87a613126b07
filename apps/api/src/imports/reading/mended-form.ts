import type { ImportPreset } from '@forecall/contracts';
import { refusedColumn } from './header.js';
import { bytesAt } from './signature.js';

const lookedAtBytes = 65_536;

/** How the file of refused rows is written, whatever the file was like that they came from. */
export const mendedFile = { format: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"', skipLines: 0 } as const;

/** The form in which a file is read: its preset's, unless it is a file of refused rows that has been mended. */
export async function formOf(path: string, file: ImportPreset['file']): Promise<ImportPreset['file']> {
  const text = (await bytesAt(path, 0, lookedAtBytes)).toString('utf8');
  const isMended = text.startsWith('\uFEFF') && text.split('\n', 1)[0]?.includes(refusedColumn) === true;
  return isMended ? { ...file, ...mendedFile, columns: undefined, sheet: undefined } : file;
}
