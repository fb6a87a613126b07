import type { Marking } from '@forecall/contracts';

/** What an assessor writes; without what the server adds. */
export type Entry = Pick<Marking, 'marks' | 'notes' | 'evidence' | 'feedback' | 'seconds'>;

export const emptyEntry: Entry = { marks: {}, notes: {}, evidence: [], feedback: '', seconds: 0 };

export const entryOf = ({ marks, notes, evidence, feedback, seconds }: Entry): Entry => ({
  ...{ marks, notes, evidence, feedback, seconds },
});

/** Whether two say the same, whatever the timer says; the database gives the names in its own order. */
export const isSame = (one: Entry, other: Entry): boolean =>
  ordered({ ...entryOf(one), seconds: 0 }) === ordered({ ...entryOf(other), seconds: 0 });

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
