/** Any number, the same in every process: whoever holds it folds, or keeps others from folding. Goes with the transaction. */
export const foldLock = 7_301_002;
