/** How the codewords of a version are dealt out at level M: data codewords of each block, and those of correction. */
interface Blocks {
  readonly correction: number;
  readonly data: readonly number[];
}

const times = (count: number, size: number): number[] => Array.from({ length: count }, () => size);

/** ISO/IEC 18004, table 9, level M, versions 1 to 10. */
const blocks: readonly Blocks[] = [
  { correction: 10, data: [16] },
  { correction: 16, data: [28] },
  { correction: 26, data: [44] },
  { correction: 18, data: times(2, 32) },
  { correction: 24, data: times(2, 43) },
  { correction: 16, data: times(4, 27) },
  { correction: 18, data: times(4, 31) },
  { correction: 22, data: [...times(2, 38), ...times(2, 39)] },
  { correction: 22, data: [...times(3, 36), ...times(2, 37)] },
  { correction: 26, data: [...times(4, 43), 44] },
];

/** Where the centres of alignment patterns lie, along either side. Table E.1. */
const centres: readonly (readonly number[])[] = [
  ...[[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34]],
  ...[
    [6, 22, 38],
    [6, 24, 42],
    [6, 26, 46],
    [6, 28, 50],
  ],
];

export interface QrVersion extends Blocks {
  readonly version: number;
  readonly size: number;
  readonly centres: readonly number[];
  /** How long the count of bytes is. */
  readonly countBits: 8 | 16;
}

const versions = blocks.map((dealt, place): QrVersion => {
  const version = place + 1;
  return { ...dealt, version, size: 17 + 4 * version, centres: centres[place] ?? [], countBits: version < 10 ? 8 : 16 };
});

const modeBits = 4;

/** The smallest version that holds so many bytes; undefined: more than 213, which version 10 holds. */
export const versionFor = (bytes: number): QrVersion | undefined =>
  versions.find(
    ({ data, countBits }) => modeBits + countBits + bytes * 8 <= data.reduce((sum, size) => sum + size, 0) * 8,
  );
