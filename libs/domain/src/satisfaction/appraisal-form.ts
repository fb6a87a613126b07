import { addDays } from '../calendar/day.js';
import type { Reading } from './scorecard.js';

/** What an appraisal is of: somebody's work in a team, or how they lead theirs. */
export const appraisalKinds = ['rep', 'supervisor'] as const;
export type AppraisalKind = (typeof appraisalKinds)[number];

/** 1 to 5, in words: 3 is what is expected of everybody. */
export const ratingWords = ['far-below', 'below', 'as-expected', 'above', 'far-above'] as const;
export const highestRating = ratingWords.length;

/** What is rated beside the figures. */
export interface Competency {
  readonly id: string;
  readonly weight: number;
}

export interface Rated {
  /** null: not rated yet. */
  readonly rating: number | null;
  readonly comment: string;
}

export interface AppraisalGoal {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
}

/** What the appraiser writes: ratings by indicator (its id) and by competency, what they say, and what comes next. */
export interface AppraisalForm {
  readonly indicators: Readonly<Record<string, Rated>>;
  readonly competencies: Readonly<Record<string, Rated>>;
  readonly comment: string;
  readonly goals: readonly AppraisalGoal[];
}

export interface AppraisalFault {
  readonly path: string;
  readonly code:
    | 'not-rated'
    | 'rated-against'
    | 'says-nothing'
    | 'goal-not-looked-at'
    | 'goal-empty'
    | 'goal-in-period'
    | 'goal-past'
    | 'goal-too-far';
}

export const longestGoalDays = 731;

/** What of an appraisal is asked of its appraiser. */
export interface AskedOfAppraisal {
  /** Those that have a figure, with what it says beside the target. */
  readonly indicators: readonly { readonly id: string; readonly reading: Reading }[];
  readonly competencyIds: readonly string[];
  /** The first day after the period. */
  readonly to: string;
  readonly today: string;
  /** Goals of before that were due and that nobody has looked at. */
  readonly openGoals: readonly string[];
}

/**
 * What keeps an appraisal from being given: whatever has a figure and every competency is rated, something is said, and
 * goals are due from today on, within two years of the end of the period. What has no figure (no data, too few cases) may
 * stay unrated: nobody is rated on nothing. Who is rated lowest where the target is reached, or highest where it is
 * missed, is told why.
 */
export function appraisalFaults(form: AppraisalForm, asked: AskedOfAppraisal): AppraisalFault[] {
  const unrated = (of: 'indicators' | 'competencies', ids: readonly string[]): AppraisalFault[] =>
    ids.filter((id) => !form[of][id]?.rating).map((id) => ({ path: `${of}.${id}`, code: 'not-rated' }));
  return [
    ...unrated(
      'indicators',
      asked.indicators.map(({ id }) => id),
    ),
    ...asked.indicators
      .filter(({ id, reading }) => isAgainst(reading, form.indicators[id]))
      .map(({ id }) => ({ path: `indicators.${id}`, code: 'rated-against' }) as const),
    ...unrated('competencies', asked.competencyIds),
    ...(form.comment.trim() === '' ? [{ path: 'comment', code: 'says-nothing' } as const] : []),
    ...form.goals.flatMap(({ text, dueOn }, place): AppraisalFault[] => [
      ...(text.trim() === '' ? [{ path: `goals.${place}.text`, code: 'goal-empty' } as const] : []),
      ...goalDayFaults(`goals.${place}.dueOn`, dueOn, asked),
    ]),
    ...asked.openGoals.map((id) => ({ path: `lastGoals.${id}`, code: 'goal-not-looked-at' }) as const),
  ];
}

/** What is wrong with the day of a goal: nobody can reach one by a day that is over. */
function goalDayFaults(path: string, dueOn: string, { to, today }: AskedOfAppraisal): AppraisalFault[] {
  if (dueOn < to) return [{ path, code: 'goal-in-period' }];
  if (dueOn < today) return [{ path, code: 'goal-past' }];
  return dueOn > addDays(to, longestGoalDays) ? [{ path, code: 'goal-too-far' }] : [];
}

/** Rated against what the figure says beside its target, without a word of why. */
function isAgainst(reading: Reading, rated: Rated | undefined): boolean {
  if (!rated || rated.comment.trim() !== '') return false;
  return (reading === 'met' && rated.rating === 1) || (reading === 'missed' && rated.rating === highestRating);
}

/**
 * Mean rating, sum(weight x rating) / sum(weight) over what is rated; null: nothing is. Kept apart from the total of the
 * figures, which is computed and not judged.
 */
export function meanRating(lines: readonly { readonly weight: number; readonly rating: number | null }[]) {
  const rated = lines.filter((line): line is { weight: number; rating: number } => line.rating !== null);
  const weight = rated.reduce((sum, line) => sum + line.weight, 0);
  return {
    mean: weight > 0 ? rated.reduce((sum, line) => sum + line.weight * line.rating, 0) / weight : null,
    rated: rated.length,
    of: lines.length,
  };
}
