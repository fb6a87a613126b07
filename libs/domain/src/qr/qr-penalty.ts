import type { Modules } from './qr-modules.js';

/** Dark-light-dark-dark-dark-light-dark with four light modules before or after it looks like a finder. */
const likeFinder = ['10111010000', '00001011101'];

/**
 * How hard a symbol is to read (ISO/IEC 18004, 7.8.3): runs of one colour, blocks of 2 x 2, what looks like a finder, and
 * how far the share of dark modules is from a half. 0 is best; the mask with the least is taken.
 */
export function penaltyOf(modules: Modules): number {
  const rows = modules.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''));
  const columns = rows.map((_, column) => rows.map((row) => row[column]).join(''));
  const lines = [...rows, ...columns].reduce((sum, line) => sum + runs(line) + finders(line), 0);
  return lines + squares(rows) + balance(rows.join(''));
}

const runs = (line: string): number => (line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);

function finders(line: string): number {
  let count = 0;
  for (const pattern of likeFinder)
    for (let at = line.indexOf(pattern); at >= 0; at = line.indexOf(pattern, at + 1)) count += 1;
  return 40 * count;
}

function squares(rows: readonly string[]): number {
  let count = 0;
  for (let row = 1; row < rows.length; row += 1)
    for (let column = 1; column < rows.length; column += 1) {
      const four = [row - 1, row].map((line) => rows[line]?.slice(column - 1, column + 1)).join('');
      if (four === '0000' || four === '1111') count += 1;
    }
  return 3 * count;
}

function balance(all: string): number {
  const dark = all.replaceAll('0', '').length / all.length;
  return 10 * Math.floor(Math.abs(dark * 100 - 50) / 5);
}
