import { correctionOf } from './galois.js';
import { drawFormat, functionPatterns, type Mask, masks, type Modules, set } from './qr-modules.js';
import { penaltyOf } from './qr-penalty.js';
import { type QrVersion, versionFor } from './qr-version.js';

/** A QR code: rows of modules, true is dark, without the quiet zone of four modules that belongs around it. */
export interface QrCode {
  readonly version: number;
  readonly mask: number;
  readonly modules: readonly (readonly boolean[])[];
}

/**
 * The QR code of these bytes, in byte mode at level M (15 % may be unreadable), versions 1 to 10, with the mask that is
 * easiest to read. undefined: more than 213 bytes. ISO/IEC 18004.
 */
export function qrCodeOf(bytes: readonly number[]): QrCode | undefined {
  const version = versionFor(bytes.length);
  if (!version) return undefined;
  const fixed = functionPatterns(version);
  const bits = interleaved(version, dataOf(version, bytes)).flatMap((byte) => bitsOf(byte, 8));
  const [best] = masks
    .map((isTurned, mask) => {
      const modules = drawn(fixed, bits, { mask, isTurned });
      return { mask, modules, penalty: penaltyOf(modules) };
    })
    .toSorted((a, b) => a.penalty - b.penalty);
  return best && { version: version.version, mask: best.mask, modules: best.modules };
}

const byteMode = 0b0100;

const bitsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => (value >>> (count - 1 - n)) & 1);

/** Mode, count, bytes, an end, and what fills the rest (7.4). */
function dataOf({ data, countBits }: QrVersion, bytes: readonly number[]): number[] {
  const room = data.reduce((sum, size) => sum + size, 0);
  const told = [
    ...bitsOf(byteMode, 4),
    ...bitsOf(bytes.length, countBits),
    ...bytes.flatMap((byte) => bitsOf(byte, 8)),
  ];
  const bits = [...told, ...[0, 0, 0, 0].slice(0, room * 8 - told.length)];
  const words = Array.from({ length: Math.ceil(bits.length / 8) }, (_, n) =>
    Array.from({ length: 8 }, (__, bit) => bits[n * 8 + bit] ?? 0).reduce((value, bit) => value * 2 + bit, 0),
  );
  const fill = Array.from({ length: room - words.length }, (_, n) => (n % 2 === 0 ? 0xec : 0x11));
  return [...words, ...fill];
}

/** The first codeword of each block, then the second of each; the correction likewise after the data (7.6). */
function interleaved({ data, correction }: QrVersion, words: readonly number[]): number[] {
  let from = 0;
  const parts = data.map((size) => words.slice(from, (from += size)));
  const corrections = parts.map((part) => correctionOf(part, correction));
  return [...dealt(parts), ...dealt(corrections)];
}

const dealt = (blocks: readonly (readonly number[])[]): number[] =>
  Array.from({ length: Math.max(...blocks.map(({ length }) => length)) }, (_, n) =>
    blocks.flatMap((block) => block.slice(n, n + 1)),
  ).flat();

/** From the right, two columns at a time, up and down in turn, leaving out the column of the timing pattern (7.7.3). */
function drawn(
  fixed: readonly (readonly (boolean | undefined)[])[],
  bits: readonly number[],
  { mask, isTurned }: { readonly mask: number; readonly isTurned: Mask },
): Modules {
  const size = fixed.length;
  const modules: Modules = fixed.map((row) => row.map((isDark) => isDark ?? false));
  let next = 0;
  for (let right = size - 1, isUp = true; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp)
    for (let n = 0; n < size; n += 1)
      for (const column of [right, right - 1]) {
        const row = isUp ? size - 1 - n : n;
        if (fixed[row]?.[column] !== undefined) continue;
        // What is left over when all is told stays 0 before the mask.
        set(modules, row, column, (bits[next] === 1) !== isTurned(row, column));
        next += 1;
      }
  drawFormat(size, mask, (row, column, isDark) => set(modules, row, column, isDark));
  return modules;
}
