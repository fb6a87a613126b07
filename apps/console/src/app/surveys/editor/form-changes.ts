import type { SurveyContent, SurveyQuestion } from '@forecall/contracts';
import {
  type GapDimension,
  gapDimensions,
  measureSteps,
  type SurveyFormKind,
  type SurveyMeasure,
  surveyMeasures,
} from '@forecall/domain';
import { v7 as uuid } from 'uuid';

export type Scale = Extract<SurveyQuestion, { kind: 'scale' }>;
export type Choice = Extract<SurveyQuestion, { kind: 'choice' }>;

const blank = () => ({ en: '', zh: '' });
const usualItemSteps = 7;

const scaleOf = (measure: SurveyMeasure): Scale => ({
  ...{ id: uuid(), kind: 'scale', text: blank(), isRequired: true, measure },
  ...{ steps: measure === 'item' ? usualItemSteps : measureSteps[measure], low: blank(), high: blank(), gap: null },
});

/** A question to be written: a scale is of the form's kind, or of what none of its questions measures yet. */
export function newQuestion(
  kind: SurveyQuestion['kind'],
  { formKind, questions }: { readonly formKind: SurveyFormKind; readonly questions: readonly SurveyQuestion[] },
): SurveyQuestion {
  if (kind === 'text') return { id: uuid(), kind, text: blank(), isRequired: false };
  if (kind === 'choice')
    return { id: uuid(), kind, text: blank(), isRequired: false, options: [newOption(), newOption()] };
  if (formKind !== 'several') return scaleOf(formKind);
  const measured = new Set(questions.flatMap((question) => (question.kind === 'scale' ? [question.measure] : [])));
  return scaleOf(surveyMeasures.find((measure) => measure === 'item' || !measured.has(measure)) ?? 'item');
}

export const newOption = (): Choice['options'][number] => ({ id: uuid(), text: blank() });

/** The same words on the scale of another measure; only an item asks for expectation or perception. */
export function asMeasure(question: Scale, measure: SurveyMeasure): Scale {
  if (measure === 'item') return { ...question, measure };
  return { ...question, measure, steps: measureSteps[measure], gap: null };
}

/** The item that asks the other side of the dimension, on the same scale; undefined where there is none to ask. */
export function otherSide(question: Scale): Scale | undefined {
  const { gap, steps, low, high, isRequired } = question;
  if (!gap) return undefined;
  const side = gap.side === 'expectation' ? 'perception' : 'expectation';
  return { ...scaleOf('item'), steps, low, high, isRequired, gap: { dimension: gap.dimension, side } };
}

/** The first dimension of which this side is not asked yet. */
export const freeDimension = (questions: readonly SurveyQuestion[]): GapDimension =>
  gapDimensions.find((one) => !questions.some((other) => other.kind === 'scale' && other.gap?.dimension === one)) ??
  'reliability';

export interface FormChange {
  readonly change: 'intro' | 'added' | 'removed' | 'moved' | 'reworded' | 'scale' | 'required' | 'optional' | 'options';
  /** The words of the question as they will be; of one that goes, as they were. */
  readonly text: SurveyQuestion['text'];
}

/** What somebody who is asked will find changed, in the order of the form; what goes comes last. */
export function formChanges(before: SurveyContent, after: SurveyContent): FormChange[] {
  const old = new Map(before.questions.map((question) => [question.id, question]));
  const isKept = new Set(after.questions.map(({ id }) => id));
  const stayed = before.questions.filter(({ id }) => isKept.has(id)).map(({ id }) => id);
  const order = after.questions.filter(({ id }) => old.has(id)).map(({ id }) => id);
  return [
    ...(isSame(wordsOf(before.intro), wordsOf(after.intro)) ? [] : [{ change: 'intro' as const, text: after.intro }]),
    ...after.questions.flatMap((question): FormChange[] => {
      const { text, id } = question;
      const was = old.get(id);
      if (!was) return [{ change: 'added', text }];
      const isMoved = stayed.indexOf(id) !== order.indexOf(id);
      return [...changesOf(was, question), ...(isMoved ? ['moved' as const] : [])].map((change) => ({ change, text }));
    }),
    ...before.questions.filter(({ id }) => !isKept.has(id)).map(({ text }) => ({ change: 'removed' as const, text })),
  ];
}

function changesOf(was: SurveyQuestion, is: SurveyQuestion): FormChange['change'][] {
  return [
    ...(isSame(wordsOf(was.text), wordsOf(is.text)) ? [] : ['reworded' as const]),
    ...(isSame(scaleIn(was), scaleIn(is)) ? [] : ['scale' as const]),
    ...(isSame(optionsIn(was), optionsIn(is)) ? [] : ['options' as const]),
    ...(was.isRequired === is.isRequired ? [] : [is.isRequired ? ('required' as const) : ('optional' as const)]),
  ];
}

const scaleIn = (question: SurveyQuestion): unknown =>
  question.kind === 'scale'
    ? [
        question.measure,
        question.steps,
        wordsOf(question.low),
        wordsOf(question.high),
        question.gap?.dimension,
        question.gap?.side,
      ]
    : question.kind;

const optionsIn = (question: SurveyQuestion): unknown =>
  question.kind === 'choice' ? question.options.map(({ id, text }) => [id, wordsOf(text)]) : [];

const wordsOf = ({ en, zh }: SurveyQuestion['text']): string[] => [en.trim(), zh.trim()];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
