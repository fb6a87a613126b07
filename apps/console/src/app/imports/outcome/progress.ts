import type { ImportBatch } from '@forecall/contracts';

export interface Progress {
  readonly done: number;
  /** 0: nobody knows of how many. */
  readonly of: number;
  /** Line ends stand for rows until all are read. */
  readonly isAbout: boolean;
  /** 0 to 1, null where nobody knows. */
  readonly share: number | null;
}

type Counts = Pick<ImportBatch, 'state' | 'lines' | 'rowsRead' | 'rowsStaged' | 'rowsTaken' | 'rowsUndone'>;

/** How far the work on an import is. */
export function progressOf({ state, lines, rowsRead, rowsStaged, rowsTaken, rowsUndone }: Counts): Progress {
  const [done, of] =
    state === 'importing' ? [rowsTaken, rowsStaged] : state === 'undoing' ? [rowsUndone, rowsTaken] : [rowsRead, lines];
  return { done, of, isAbout: state === 'checking', share: of > 0 ? Math.min(1, done / of) : null };
}
