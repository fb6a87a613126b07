import { addDays } from '../calendar/day.js';

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
  readonly code: 'not-rated' | 'says-nothing' | 'goal-empty' | 'goal-in-period' | 'goal-too-far' | 'goal-not-looked-at';
}

export const longestGoalDays = 731;

/**
 * What keeps an appraisal from being given: whatever has a figure and every competency is rated, something is said, and
 * goals are due after the period, within two years of its end. What has no figure (no data, too few cases) may stay
 * unrated: nobody is rated on nothing. `openGoals`: those of before that were due and that nobody has looked at.
 */
export function appraisalFaults(
  form: AppraisalForm,
  asked: {
    readonly indicatorIds: readonly string[];
    readonly competencyIds: readonly string[];
    /** The first day after the period. */
    readonly to: string;
    readonly openGoals: readonly string[];
  },
): AppraisalFault[] {
  const unrated = (of: 'indicators' | 'competencies', ids: readonly string[]): AppraisalFault[] =>
    ids.filter((id) => !form[of][id]?.rating).map((id) => ({ path: `${of}.${id}`, code: 'not-rated' }));
  const lastDue = addDays(asked.to, longestGoalDays);
  return [
    ...unrated('indicators', asked.indicatorIds),
    ...unrated('competencies', asked.competencyIds),
    ...(form.comment.trim() === '' ? [{ path: 'comment', code: 'says-nothing' } as const] : []),
    ...form.goals.flatMap(({ text, dueOn }, place): AppraisalFault[] => [
      ...(text.trim() === '' ? [{ path: `goals.${place}.text`, code: 'goal-empty' } as const] : []),
      ...(dueOn < asked.to ? [{ path: `goals.${place}.dueOn`, code: 'goal-in-period' } as const] : []),
      ...(dueOn > lastDue ? [{ path: `goals.${place}.dueOn`, code: 'goal-too-far' } as const] : []),
    ]),
    ...asked.openGoals.map((id) => ({ path: `lastGoals.${id}`, code: 'goal-not-looked-at' }) as const),
  ];
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
