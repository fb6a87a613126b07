import { holdsAtStartOf, overlap, type Period } from './period.js';

/** What must happen to the rows of one thing (a person's memberships, a team's supervisors) so that a new one fits in. */
export type Succession<Row extends Period> =
  | { readonly kind: 'fits' }
  /** The present row ends where the new one begins, and comes back after it if it would have lasted longer. */
  | { readonly kind: 'follows'; readonly present: Row; readonly resumed: Period | null }
  /** The present row begins at the very same instant: it was a mistake, and is corrected in place. */
  | { readonly kind: 'corrects'; readonly present: Row; readonly resumed: Period | null }
  /** A row that begins later stands in the way. */
  | { readonly kind: 'overlaps'; readonly row: Row };

export function succession<Row extends Period>(rows: readonly Row[], wish: Period): Succession<Row> {
  const touched = rows.filter((row) => overlap(row, wish));
  const present = touched.find((row) => holdsAtStartOf(wish, row));
  const later = touched.find((row) => row !== present);
  if (later) return { kind: 'overlaps', row: later };
  if (!present) return { kind: 'fits' };
  const lastsLonger = wish.to !== null && (present.to === null || present.to > wish.to);
  const resumed = lastsLonger ? { from: wish.to, to: present.to } : null;
  const isCorrection = present.from?.getTime() === wish.from?.getTime();
  return { kind: isCorrection ? 'corrects' : 'follows', present, resumed };
}
