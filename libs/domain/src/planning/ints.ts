/** An entry that is known to exist. Every column is an Int32Array, so that this is as fast as an index. */
export const at = (column: Int32Array, index: number): number => column[index] as number;

/** The number of the lowest bit that is set, 0 to 31; of bits that are not 0. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** Sets the bits from `from` on, before `to`, in words of 32. */
export function setBits(words: Int32Array, from: number, to: number): void {
  for (let bit = from; bit < to; bit += 1) words[bit >> 5] = at(words, bit >> 5) | (1 << (bit & 31));
}
