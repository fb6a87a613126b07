import type { SetSurveyRules, SurveyRules } from '@forecall/contracts';

export type Share = SetSurveyRules['shares'][number];

export const sharesOf = ({ shares }: SurveyRules): Share[] =>
  shares.map(({ channel, department, percent }) => ({ channel, departmentId: department?.id ?? null, percent }));

/** By row the code of what is wrong with it, as the server would say it. */
export function shareFaults(shares: readonly Share[]): (string | undefined)[] {
  return shares.map(({ channel, departmentId, percent }, n) => {
    if (channel === null && departmentId === null) return 'share-of-all';
    const first = shares.findIndex((one) => one.channel === channel && one.departmentId === departmentId);
    if (first < n) return 'share-twice';
    return Number.isInteger(percent) && percent >= 0 && percent <= 100 ? undefined : 'not-percent';
  });
}

export const areSame = (a: readonly Share[], b: readonly Share[]): boolean =>
  a.length === b.length &&
  a.every((one, n) => {
    const other = b[n];
    return one.channel === other?.channel && one.departmentId === other.departmentId && one.percent === other.percent;
  });
