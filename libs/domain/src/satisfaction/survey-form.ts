/** What is measured by a scale: csat 1..5, nps 0..10, ces 1..7, an item of one's own from 1. */
export const surveyMeasures = ['csat', 'nps', 'ces', 'item'] as const;
export type SurveyMeasure = (typeof surveyMeasures)[number];

export const surveyFormKinds = ['csat', 'nps', 'ces', 'several'] as const;
export type SurveyFormKind = (typeof surveyFormKinds)[number];

/** The dimensions in which a customer's expectation is held against what they perceive. */
export const gapDimensions = ['reliability', 'assurance', 'tangibles', 'empathy', 'responsiveness'] as const;
export type GapDimension = (typeof gapDimensions)[number];

export const gapSides = ['expectation', 'perception'] as const;
export type GapSide = (typeof gapSides)[number];

interface Words {
  readonly en: string;
  readonly zh: string;
}

interface Named {
  readonly id: string;
  readonly text: Words;
}

interface Asked extends Named {
  readonly isRequired: boolean;
}

export interface ScaleQuestion extends Asked {
  readonly kind: 'scale';
  readonly measure: SurveyMeasure;
  readonly steps: number;
  readonly low: Words;
  readonly high: Words;
  readonly gap: { readonly dimension: GapDimension; readonly side: GapSide } | null;
}

export type SurveyQuestionShape =
  | ScaleQuestion
  | (Asked & { readonly kind: 'choice'; readonly options: readonly Named[] })
  | (Asked & { readonly kind: 'text' });

export interface SurveyFault {
  readonly path: string;
  readonly code: string;
}

/** So many scores has the scale of a measure; an item's has as many as whoever wrote it wants. */
export const measureSteps = { csat: 5, nps: 11, ces: 7 } as const;

/** More would be no short form, and its page larger than 50 kB. */
export const mostSurveyQuestions = 12;

/** The lowest score of a scale; the highest is that many steps minus one above it. */
export const lowestOf = (measure: SurveyMeasure): number => (measure === 'nps' ? 0 : 1);

/** The highest score of a scale of so many steps, by what it measures: 5 of satisfaction, 10 of recommendation. */
export const highestScore = (measure: string | null, steps: number): number =>
  lowestOf(measure === 'nps' ? 'nps' : 'item') + steps - 1;

/** Whether a score lies on the scale of a question. */
export const isOnScale = ({ measure, steps }: Pick<ScaleQuestion, 'measure' | 'steps'>, score: number): boolean =>
  Number.isInteger(score) && score >= lowestOf(measure) && score < lowestOf(measure) + steps;

/**
 * What keeps a form from being published, by the place of the question: a scale that is to be answered, so that every
 * reply has a score, every text in both languages, each id once, each scale as its measure has it, one measure at most once (two answers of one kind would supersede each other), and for a
 * dimension both expectation and perception on the same scale.
 */
export function surveyFaults(
  kind: SurveyFormKind,
  { intro, questions }: { readonly intro: Words; readonly questions: readonly SurveyQuestionShape[] },
): SurveyFault[] {
  const scales = questions.filter((question) => question.kind === 'scale');
  if (!scales.some(({ isRequired }) => isRequired)) return [{ path: 'questions', code: 'no-scale' }];
  return [
    // Nothing to say before the questions is well, in one language alone it is not.
    ...(intro.en === '' && intro.zh === '' ? [] : missing('intro', intro)),
    ...(kind !== 'several' && (scales.length > 1 || scales[0]?.measure !== kind)
      ? [{ path: 'questions', code: 'other-than-kind' }]
      : []),
    ...questions.flatMap((question, n) => [
      ...(questions.findIndex(({ id }) => id === question.id) < n
        ? [{ path: `questions.${n}.id`, code: 'same-question-twice' }]
        : []),
      ...questionFaults(question, `questions.${n}`),
      ...(question.kind === 'scale' ? scaleFaults(question, `questions.${n}`, questions, n) : []),
    ]),
  ];
}

const missing = (path: string, { en, zh }: Words): SurveyFault[] => [
  ...(en === '' ? [{ path: `${path}.en`, code: 'words-missing' }] : []),
  ...(zh === '' ? [{ path: `${path}.zh`, code: 'words-missing' }] : []),
];

function questionFaults(question: SurveyQuestionShape, path: string): SurveyFault[] {
  const own = missing(`${path}.text`, question.text);
  if (question.kind === 'text') return own;
  if (question.kind === 'scale')
    return [...own, ...missing(`${path}.low`, question.low), ...missing(`${path}.high`, question.high)];
  const { options } = question;
  return [
    ...own,
    ...(options.length < 2 ? [{ path: `${path}.options`, code: 'too-few-options' }] : []),
    ...options.flatMap((option, n) => [
      ...missing(`${path}.options.${n}.text`, option.text),
      ...(options.findIndex(({ id }) => id === option.id) < n
        ? [{ path: `${path}.options.${n}.id`, code: 'same-option-twice' }]
        : []),
    ]),
  ];
}

function scaleFaults(
  { measure, steps, gap }: ScaleQuestion,
  path: string,
  questions: readonly SurveyQuestionShape[],
  n: number,
): SurveyFault[] {
  if (measure !== 'item') {
    const isTwice = questions.findIndex((other) => other.kind === 'scale' && other.measure === measure) < n;
    return [
      ...(steps === measureSteps[measure] ? [] : [{ path: `${path}.steps`, code: 'other-scale' }]),
      ...(isTwice ? [{ path: `${path}.measure`, code: 'measure-twice' }] : []),
      ...(gap === null ? [] : [{ path: `${path}.gap`, code: 'gap-of-measure' }]),
    ];
  }
  if (gap === null) return [];
  const ofDimension = questions.flatMap((other, place) =>
    other.kind === 'scale' && other.gap?.dimension === gap.dimension ? [{ ...other, place }] : [],
  );
  if (ofDimension.some((other) => other.place < n && other.gap?.side === gap.side))
    return [{ path: `${path}.gap`, code: 'gap-twice' }];
  const counterpart = ofDimension.find((other) => other.gap?.side !== gap.side);
  if (!counterpart) return [{ path: `${path}.gap`, code: 'gap-half' }];
  return counterpart.steps === steps ? [] : [{ path: `${path}.steps`, code: 'gap-of-other-scale' }];
}

/**
 * At which questions a form turns to what is expected, or to what is perceived; elsewhere null. Nowhere where the sides
 * alternate: each question says its own there.
 */
export function sideTurns(questions: readonly SurveyQuestionShape[]): readonly (GapSide | null)[] {
  const sides = questions.map((question) => (question.kind === 'scale' ? (question.gap?.side ?? null) : null));
  const turns = sides.map((side, n) => (side === (sides[n - 1] ?? null) ? null : side));
  return turns.filter((side) => side !== null).length > gapSides.length ? turns.map(() => null) : turns;
}
