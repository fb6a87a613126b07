const timeDimensions = new Set(['date', 'week', 'month', 'quarter', 'year', 'weekday', 'hour', 'quarter-hour']);

/** Whether a dimension says when, not who or what. */
export const isTime = (dimension: string): boolean => timeDimensions.has(dimension);
