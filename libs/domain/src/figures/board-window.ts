/** The periods a board shows: 15 minutes, 1 hour, today, 7 and 28 days. */
export const boardWindows = ['m15', 'h1', 'today', 'd7', 'd28'] as const;
export type BoardWindow = (typeof boardWindows)[number];
