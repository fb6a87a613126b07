import type { Value } from './evaluate.js';

/**
 * Ours against a figure of the source. Reference values carry ten decimals; beyond a billionth of the figure they are
 * different. Undefined where the source's is no figure at all.
 */
export function agrees(ours: Value, theirs: unknown): boolean | undefined {
  if (theirs === null) return ours === null;
  if (typeof theirs === 'number') return typeof ours === 'number' && isNear(ours, theirs);
  if (typeof theirs === 'string')
    return typeof ours === 'string' || typeof ours === 'number' ? String(ours) === theirs : undefined;
  if (Array.isArray(theirs)) {
    if (!theirs.every((one) => typeof one === 'number')) return undefined;
    return (
      Array.isArray(ours) &&
      ours.length === theirs.length &&
      theirs.every((one, index) => isNear(Number(ours[index]), one))
    );
  }
  if (typeof theirs !== 'object') return undefined;
  const [left, right] = [numbersIn(ours), numbersIn(theirs)];
  if (!left || !right) return undefined;
  // A count that nobody mentions is none.
  return [...new Set([...left.keys(), ...right.keys()])].every((key) =>
    isNear(left.get(key) ?? 0, right.get(key) ?? 0),
  );
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function numbersIn(value: unknown): Map<string, number> | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, number] => typeof entry[1] === 'number')
    ? new Map(entries)
    : undefined;
}

/** Ours rounded as the source prints its figure. */
export function agreesPrinted(ours: Value, theirs: unknown, decimals: number | undefined): boolean {
  if (typeof theirs === 'number' && typeof ours === 'number' && decimals !== undefined)
    return Math.abs(ours - theirs) <= 0.5 * 10 ** -decimals + 1e-9;
  return typeof ours === 'string' ? ours === String(theirs) : agrees(ours, theirs) === true;
}

export const shown = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(12))) : JSON.stringify(value ?? null);
