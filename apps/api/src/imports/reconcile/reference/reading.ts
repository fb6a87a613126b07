import { z } from 'zod';
import type { ReferenceItem } from './reference-item.js';

/** What was found in a file of reference values, or in a part of one. */
export interface Reading {
  readonly items: readonly ReferenceItem[];
  /** What the program has no function for, or cannot get at: named, and not compared. */
  readonly notKnown: readonly string[];
  /** What is not as it should be, and why. */
  readonly faults: readonly string[];
}

/** What is around a part: the other parts of its file, and the text of the files beside it. */
export interface Surroundings {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly beside: (name: string) => string | undefined;
}

/** Undefined: the part is of another kind, though its name is the same. */
export type Reader = (part: unknown, around: Surroundings) => Reading | undefined;

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const found = (reading: Partial<Reading>): Reading => ({ items: [], notKnown: [], faults: [], ...reading });

export const together = (readings: readonly Reading[]): Reading => ({
  items: readings.flatMap(({ items }) => items),
  notKnown: readings.flatMap(({ notKnown }) => notKnown),
  faults: readings.flatMap(({ faults }) => faults),
});

/** Reads each of a list by itself: one that cannot be read does not hide the others. */
export function each(list: unknown, read: (item: Fields, name: string) => Reading): Reading {
  const all = Array.isArray(list) ? list : [list];
  return together(
    all.map((item: unknown, n) => {
      if (!isFields(item)) return found({ notKnown: [`${n + 1}`] });
      const name = typeof item.id === 'string' ? item.id : `${n + 1}`;
      return withFaults(name, () => read(item, name));
    }),
  );
}

export function withFaults(name: string, read: () => Reading): Reading {
  try {
    return read();
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error;
    return found({ faults: [`${name}: ${String(why)}`] });
  }
}

/** A list, of which the first is as `isKind` says. */
export const isListOf = (part: unknown, isKind: (item: Fields) => boolean): part is unknown[] =>
  Array.isArray(part) && part.some((item) => isFields(item) && isKind(item));
