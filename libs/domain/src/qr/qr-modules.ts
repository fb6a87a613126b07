import type { QrVersion } from './qr-version.js';

/** Rows of modules; true is dark. */
export type Modules = boolean[][];

/** Nothing where there is no such row. */
export function set<Module>(modules: Module[][], row: number, column: number, isDark: Module): void {
  const line = modules[row];
  if (line) line[column] = isDark;
}

/** Rounds of a polynomial division in GF(2): the remainder of `value`, which is shifted already. */
function remainder(value: number, generator: number, degree: number): number {
  let rest = value;
  for (let bit = 31 - Math.clz32(rest); bit >= degree; bit = 31 - Math.clz32(rest)) rest ^= generator << (bit - degree);
  return rest;
}

/** The 15 bits that tell level M and the mask (ISO/IEC 18004, 7.9): BCH (15, 5), then masked so that they are never all light. */
export const formatBits = (mask: number): number => {
  // Level M is 00.
  const shifted = mask << 10;
  return (shifted | remainder(shifted, 0x537, 10)) ^ 0x5412;
};

/** The 18 bits that tell the version from 7 on (7.10): Golay (18, 6). */
export const versionBits = (version: number): number => {
  const shifted = version << 12;
  return shifted | remainder(shifted, 0x1f25, 12);
};

const isBit = (bits: number, place: number): boolean => ((bits >>> place) & 1) === 1;

/** What is dark or light whatever is told; undefined where data go. */
export function functionPatterns({ version, size, centres }: QrVersion): (boolean | undefined)[][] {
  const modules: (boolean | undefined)[][] = Array.from({ length: size }, () =>
    new Array<undefined>(size).fill(undefined),
  );
  const draw: Draw = (row, column, isDark) => {
    if (column >= 0 && column < size) set(modules, row, column, isDark);
  };
  for (let n = 0; n < size; n += 1) {
    draw(6, n, n % 2 === 0);
    draw(n, 6, n % 2 === 0);
  }
  const last = centres.length - 1;
  for (const [i, row] of centres.entries())
    for (const [j, column] of centres.entries()) {
      const isAtFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!isAtFinder) rings({ row, column, reach: 2, isLight: (far) => far === 1 }, draw);
    }
  // With the light border that keeps the finders apart.
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    rings({ row, column, reach: 4, isLight: (far) => far === 2 || far === 4 }, draw);
  drawFormat(size, 0, draw);
  if (version >= 7) drawVersion(version, size, draw);
  return modules;
}

type Draw = (row: number, column: number, isDark: boolean) => void;

interface Rings {
  readonly row: number;
  readonly column: number;
  readonly reach: number;
  readonly isLight: (far: number) => boolean;
}

function rings({ row, column, reach, isLight }: Rings, draw: Draw): void {
  for (let down = -reach; down <= reach; down += 1)
    for (let right = -reach; right <= reach; right += 1)
      draw(row + down, column + right, !isLight(Math.max(Math.abs(down), Math.abs(right))));
}

/** Twice: around the finder at the top left, and split over the two others. */
export function drawFormat(size: number, mask: number, draw: Draw): void {
  const bits = formatBits(mask);
  for (let n = 0; n < 15; n += 1) {
    const isDark = isBit(bits, n);
    draw(n < 6 ? n : n < 8 ? n + 1 : size - 15 + n, 8, isDark);
    draw(8, n < 8 ? size - 1 - n : n === 8 ? 7 : 14 - n, isDark);
  }
  draw(size - 8, 8, true);
}

function drawVersion(version: number, size: number, draw: Draw): void {
  const bits = versionBits(version);
  for (let n = 0; n < 18; n += 1) {
    const [far, near] = [size - 11 + (n % 3), Math.floor(n / 3)];
    draw(far, near, isBit(bits, n));
    draw(near, far, isBit(bits, n));
  }
}

export type Mask = (row: number, column: number) => boolean;

/** The eight masks (table 10): whether a module is turned over. */
export const masks: readonly Mask[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];
