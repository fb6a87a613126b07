import { correctionOf } from './galois.js';
import { qrCodeOf } from './qr-code.js';
import { formatBits, versionBits } from './qr-modules.js';

/** ISO/IEC 18004, table C.1, level M by mask, and table D.1. */
const formats = [
  ...['101010000010010', '101000100100101', '101111001111100', '101101101001011'],
  ...['100010111111001', '100000011001110', '100111110010111', '100101010100000'],
];
const versions = ['000111110010010100', '001000010110111100', '001001101010011001', '001010010011010011'];

/** Table 9, level M: number of blocks of each size, correction of each. */
const layout: Readonly<Record<number, readonly [number, readonly number[]]>> = {
  1: [10, [16]],
  2: [16, [28]],
  3: [26, [44]],
  4: [18, [32, 32]],
  5: [24, [43, 43]],
  6: [16, [27, 27, 27, 27]],
  7: [18, [31, 31, 31, 31]],
  8: [22, [38, 38, 39, 39]],
  9: [22, [36, 36, 36, 37, 37]],
  10: [26, [43, 43, 43, 43, 44]],
};
/** Table E.1. */
const alignment = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

/** A multiplication that knows nothing of logarithms. */
function product(a: number, b: number): number {
  let [sum, left] = [0, a];
  for (let right = b; right > 0; right >>= 1) {
    if (right & 1) sum ^= left;
    left = left & 0x80 ? (left << 1) ^ 0x11d : left << 1;
  }
  return sum;
}

const isWhole = (block: readonly number[], correction: number): boolean => {
  let root = 1;
  for (let n = 0; n < correction; n += 1) {
    if (block.reduce((value, byte) => product(value, root) ^ byte, 0) !== 0) return false;
    root = product(root, 2);
  }
  return true;
};

/** Reads a symbol as a reader does: the mask by its format, the bits in their order, each block checked. */
function read(modules: readonly (readonly boolean[])[]): { version: number; bytes: number[] } {
  const size = modules.length;
  const version = (size - 17) / 4;
  const bit = (row: number, column: number) => (modules[row]![column] ? '1' : '0');
  const around = [
    ...[0, 1, 2, 3, 4, 5, 7].map((column) => bit(8, column)),
    ...[8, 7, 5, 4, 3, 2, 1, 0].map((row) => bit(row, 8)),
  ].join('');
  const split = [
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => bit(size - n, 8)),
    ...[8, 7, 6, 5, 4, 3, 2, 1].map((n) => bit(8, size - n)),
  ].join('');
  expect(split).toBe(around);
  const mask = formats.indexOf(around);
  const flips = [
    (i: number, j: number) => (i + j) % 2,
    (i: number) => i % 2,
    (_: number, j: number) => j % 3,
    (i: number, j: number) => (i + j) % 3,
    (i: number, j: number) => ((i >> 1) + Math.floor(j / 3)) % 2,
    (i: number, j: number) => ((i * j) % 2) + ((i * j) % 3),
    (i: number, j: number) => (((i * j) % 2) + ((i * j) % 3)) % 2,
    (i: number, j: number) => (((i + j) % 2) + ((i * j) % 3)) % 2,
  ];
  const places = alignment[version - 1]!;
  const last = places.at(-1) ?? 0;
  const isTold = (row: number, column: number): boolean => {
    if (row === 6 || column === 6) return false;
    if (row < 9 && (column < 9 || column > size - 9)) return false;
    if (row > size - 9 && column < 9) return false;
    if (version > 6 && ((row < 6 && column > size - 12) || (column < 6 && row > size - 12))) return false;
    const near = (a: number, b: number) => Math.abs(row - a) < 3 && Math.abs(column - b) < 3;
    const centres = [6, ...places];
    return !centres.some((a) =>
      centres.some((b) => !(a === 6 && (b === 6 || b === last)) && !(a === last && b === 6) && near(a, b)),
    );
  };
  let bits = '';
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let n = 0; n < size; n += 1) {
      const row = isUp ? size - 1 - n : n;
      for (const column of [right, right - 1])
        if (isTold(row, column)) bits += String(Number(bit(row, column)) ^ Number(flips[mask]!(row, column) === 0));
    }
    isUp = !isUp;
  }
  const words = bits.match(/.{8}/g)!.map((eight) => Number.parseInt(eight, 2));
  const [correction, sizes] = layout[version]!;
  const parts: number[][] = sizes.map(() => []);
  let next = 0;
  for (let n = 0; n < Math.max(...sizes); n += 1)
    for (const [place, part] of parts.entries()) if (n < sizes[place]!) part.push(words[next++]!);
  const data = parts.flat();
  for (let n = 0; n < correction; n += 1) for (const part of parts) part.push(words[next++]!);
  for (const part of parts) expect(isWhole(part, correction)).toBe(true);
  const stream = data.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  expect(stream.slice(0, 4)).toBe('0100');
  const countBits = version < 10 ? 8 : 16;
  const count = Number.parseInt(stream.slice(4, 4 + countBits), 2);
  const told = stream.slice(4 + countBits, 4 + countBits + count * 8);
  return { version, bytes: (told.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)) };
}

const bytesOf = (text: string) => [...new TextEncoder().encode(text)];

describe('a QR code', () => {
  it('corrects as the worked example of ISO/IEC 18004 (annex I: "01234567", version 1, level M)', () => {
    const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
    expect(correctionOf(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
  });

  it('tells its mask and version as the tables of the standard', () => {
    const binary = (bits: number, length: number) => bits.toString(2).padStart(length, '0');
    expect(formats.map((_, mask) => binary(formatBits(mask), 15))).toEqual(formats);
    expect([7, 8, 9, 10].map((version) => binary(versionBits(version), 18))).toEqual(versions);
  });

  it('is read back as it was told, in every version, up to its last byte', () => {
    const room = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];
    for (const [place, most] of room.entries()) {
      const bytes = Array.from({ length: most }, (_, n) => (n * 89 + place * 31 + 7) % 256);
      expect(read(qrCodeOf(bytes)!.modules)).toEqual({ version: place + 1, bytes });
      const less = bytes.slice(0, (room[place - 1] ?? 0) + 1);
      expect(read(qrCodeOf(less)!.modules)).toEqual({ version: place + 1, bytes: less });
    }
    expect(qrCodeOf(Array.from({ length: 214 }, () => 0))).toBeUndefined();
    const link = bytesOf('https://forecall.example.com/s/北京/Zk3Qh7sW2mN8');
    expect(read(qrCodeOf(link)!.modules).bytes).toEqual(link);
  });

  it('has its finders, timing and dark module where a camera looks for them', () => {
    const { modules } = qrCodeOf(bytesOf('https://a.example/s/x'))!;
    const size = modules.length;
    const row = (n: number, from: number, to: number) => modules[n]!.slice(from, to).map(Number).join('');
    for (const n of [0, 6]) expect(row(n, 0, 8)).toBe('11111110');
    expect(row(3, 0, 8)).toBe('10111010');
    expect(row(size - 1, 0, 8)).toBe('11111110');
    expect(row(0, size - 8, size)).toBe('01111111');
    expect(row(6, 8, size - 8)).toBe('101010101'.slice(0, size - 16));
    expect(modules[size - 8]![8]).toBe(true);
  });
});
