/** For LIKE: holds the text, in which the signs of a pattern stand for themselves. */
export const patternOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
