import { minimumContacts } from '../statistics/minimum-contacts.js';

/** The figures by which people and teams are held against their group. */
export const funnelMetrics = ['complaints-concerning', 'csat', 'resolved-at-contact'] as const;
export type FunnelMetric = (typeof funnelMetrics)[number];

/** Those of counts, which can be held against what the same matters bring; shares are held against each other as counted. */
export const likeForLikeMetrics: readonly FunnelMetric[] = ['complaints-concerning'];
/** How people and teams are judged: by what they handle, or as if all handled the same. */
export const funnelJudgings = ['like-for-like', 'as-counted'] as const;
export type FunnelJudging = (typeof funnelJudgings)[number];

export const funnelUnits = ['rep', 'team'] as const;
export type FunnelUnitName = (typeof funnelUnits)[number];

/** On how many answers or contacts a standing rests at least: for a person more than for anything else. */
export const fewestOf: Readonly<Record<FunnelUnitName, number>> = { rep: 20, team: minimumContacts };

/** Units that somebody sees without names come at least so many together; fewer would tell who they are. */
export const fewestUnnamed = 4;
/**
 * And over whole months: of a day or two one knows who was there, and of two periods that differ by a day what somebody did
 * on it.
 */
export const isWholeMonths = (from: string, to: string): boolean => from.endsWith('-01') && to.endsWith('-01');

/** Like for like, a reason that fewer people handled is none of its own: what is expected of one would tell of the others. */
export const fewestForMatter = fewestUnnamed + 1;

/** So many units make one funnel at most. */
export const mostFunnelUnits = 2_000;
