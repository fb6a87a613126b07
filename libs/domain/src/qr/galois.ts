/** The field of 256 elements that QR codes reckon in: modulo x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004, 7.5.2). */
const modulus = 0x11d;

const powers: number[] = [];
const logarithms: number[] = [];
for (let n = 0, value = 1; n < 255; n += 1) {
  powers[n] = value;
  logarithms[value] = n;
  value = (value << 1) ^ (value & 0x80 ? modulus : 0);
}

const power = (n: number): number => powers[n % 255] ?? 0;

const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : power((logarithms[a] ?? 0) + (logarithms[b] ?? 0));

/** (x - 1)(x - 2)(x - 4) ... of so many factors, without the leading 1. */
function generatorOf(degree: number): number[] {
  let product = [1];
  for (let n = 0; n < degree; n += 1) {
    const factor = power(n);
    product = [...product, 0].map((value, place) => value ^ times(product[place - 1] ?? 0, factor));
  }
  return product.slice(1);
}

/**
 * The error correction codewords of a block: the remainder of the data, shifted by their number, divided by the generator
 * polynomial. Bytes 0..255. ISO/IEC 18004, 7.5.2; its worked example is in the spec.
 */
export function correctionOf(data: readonly number[], count: number): number[] {
  const generator = generatorOf(count);
  let rest = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, place) => value ^ times(factor, generator[place] ?? 0));
  }
  return rest;
}
