/** One figure of a file of reference values: what the program gives, and what the file says of it. */
export interface ReferenceItem {
  /** Where it stands in the file: `cohen 1 kappa`. */
  readonly name: string;
  readonly ours: number | null;
  /** Computed by the source, to many decimals. */
  readonly computed?: number | null | undefined;
  /** As it was printed somewhere, to its own decimals. */
  readonly published?: number | null | undefined;
}

const tolerance = 1e-6;

/** Within a millionth of what was computed, and equal to what was printed in its decimals. */
export const agreesWith = ({ ours, computed, published }: ReferenceItem): boolean =>
  (computed === undefined || isSame(ours, computed, tolerance * Math.max(1, Math.abs(computed ?? 0)))) &&
  (published === undefined || isSame(ours, published, 0.5 * 10 ** -decimalsOf(published ?? 0) + 1e-9));

const isSame = (ours: number | null, theirs: number | null, within: number): boolean =>
  ours === null || theirs === null ? ours === theirs : Math.abs(ours - theirs) <= within;

/** How many decimals a number was written with. */
function decimalsOf(value: number): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e(-?\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}
