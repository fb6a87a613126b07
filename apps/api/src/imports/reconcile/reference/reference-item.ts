/** A number, nothing, or a list of them: limits of an interval, values of points, positions. */
export type Quantity = number | null | readonly Quantity[];

/** One figure of a file of reference values: what the program gives, and what the file says of it. */
export interface ReferenceItem {
  /** Where it stands in the file: `cohen 1 kappa`. */
  readonly name: string;
  readonly ours: Quantity;
  /** Computed by the source, to many decimals. */
  readonly computed?: Quantity | undefined;
  /** As it was printed somewhere, to its own decimals. */
  readonly published?: Quantity | undefined;
  /** What the file itself says of the printed value. */
  readonly note?: string | undefined;
}

/**
 * `by-definition`: ours is what the file computed, and the printed value is less than one unit of its last decimal off
 * both, so it was cut off or rounded on the way. Both are shown; nobody can meet both.
 */
export type Verdict = 'same' | 'by-definition' | 'different';

const tolerance = 1e-6;

/** Within a millionth of what was computed, and equal to what was printed in its decimals. */
export function verdictOf({ ours, computed, published }: ReferenceItem): Verdict {
  if (computed !== undefined && !isSame(ours, computed, asComputed)) return 'different';
  if (published === undefined || isSame(ours, published, asPrinted(0.5))) return 'same';
  return computed !== undefined && isSame(ours, published, asPrinted(1)) ? 'by-definition' : 'different';
}

export const agreesWith = (item: ReferenceItem): boolean => verdictOf(item) !== 'different';

type Within = (theirs: number) => number;

const asComputed: Within = (theirs) => tolerance * Math.max(1, Math.abs(theirs));

const asPrinted =
  (units: number): Within =>
  (theirs) =>
    units * 10 ** -decimalsOf(theirs) + 1e-9;

function isSame(ours: Quantity, theirs: Quantity, within: Within): boolean {
  if (isList(theirs))
    return (
      isList(ours) && ours.length === theirs.length && theirs.every((one, n) => isSame(ours[n] ?? null, one, within))
    );
  if (isList(ours) || ours === null || theirs === null) return ours === theirs;
  return ours === theirs || Math.abs(ours - theirs) <= within(theirs);
}

export const isList = (quantity: Quantity): quantity is readonly Quantity[] => Array.isArray(quantity);

/** How many decimals a number was written with. */
function decimalsOf(value: number): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}
