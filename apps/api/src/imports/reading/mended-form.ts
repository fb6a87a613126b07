import { refusedColumn } from './header.js';
import { bytesAt } from './signature.js';

const lookedAtBytes = 65_536;

/** How the file of refused rows is written. */
export const mendedFile = { format: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"', skipLines: 0 } as const;

/** Whether it is a file of refused rows that has been mended. */
export async function isMended(path: string): Promise<boolean> {
  const text = (await bytesAt(path, 0, lookedAtBytes)).toString('utf8');
  return text.startsWith('\uFEFF') && text.split('\n', 1)[0]?.includes(refusedColumn) === true;
}
