import type { ImportBatch } from '@forecall/contracts';

/** It was checked, and there is no row to take. */
export const isNothingNew = ({ state, rowsStaged }: Pick<ImportBatch, 'state' | 'rowsStaged'>): boolean =>
  state === 'checked' && rowsStaged === 0;
