/** A number that means nothing here: says which, where, and what it must be. */
const unsound = (what: string, must: string, value: number): RangeError =>
  new RangeError(`${what} must be ${must}, and is ${value}`);

/** A count: a whole number from `least` to `most`. */
export function mustBeWhole(what: string, value: number, least = 0, most = Number.POSITIVE_INFINITY): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const range = most === Number.POSITIVE_INFINITY ? `of at least ${least}` : `from ${least} to ${most}`;
  throw unsound(what, `a whole number ${range}`, value);
}

export function mustBePositive(what: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw unsound(what, 'above 0', value);
}

export function mustBeFinite(what: string, value: number): void {
  if (!Number.isFinite(value)) throw unsound(what, 'a number', value);
}

/** A share, 0 and 1 included. */
export function mustBeShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw unsound(what, 'from 0 to 1', value);
}

/** A probability or level, without 0 and 1. */
export function mustBeInside(what: string, value: number): void {
  if (!(value > 0 && value < 1)) throw unsound(what, 'between 0 and 1', value);
}
