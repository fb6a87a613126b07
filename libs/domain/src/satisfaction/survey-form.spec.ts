import { isOnScale, sideTurns, type SurveyQuestionShape, surveyFaults } from './survey-form.js';

const both = (text: string) => ({ en: text, zh: text });
const scale = (changes: object = {}): SurveyQuestionShape => ({
  ...{ id: 'csat', kind: 'scale', text: both('How was it?'), measure: 'csat', steps: 5, gap: null },
  isRequired: true,
  ...{ low: both('Bad'), high: both('Good') },
  ...changes,
});
const choice = (options: string[]): SurveyQuestionShape => ({
  ...{ id: 'why', kind: 'choice', text: both('Why?'), isRequired: false },
  options: options.map((id) => ({ id, text: both(id) })),
});
const item = (id: string, changes: object = {}) => scale({ id, measure: 'item', steps: 7, ...changes });
const gap = (dimension: string, side: string) => ({ gap: { dimension, side } });
const form = (...questions: SurveyQuestionShape[]) => ({ intro: both(''), questions });

describe('a form may be published', () => {
  it.each([
    ['with one scale', 'csat', form(scale())],
    ['with a choice besides', 'csat', form(scale(), choice(['price', 'time']))],
    [
      'with both sides of a dimension',
      'several',
      form(item('e', gap('empathy', 'expectation')), item('p', gap('empathy', 'perception')), item('own')),
    ],
  ] as const)('%s', (_, kind, content) => {
    expect(surveyFaults(kind, content)).toEqual([]);
  });

  it.each([
    ['no scale', 'several', form(choice(['price', 'time'])), 'questions', 'no-scale'],
    ['no scale that is to be answered', 'csat', form(scale({ isRequired: false })), 'questions', 'no-scale'],
    ['another measure than its kind', 'nps', form(scale()), 'questions', 'other-than-kind'],
    ['two scales where there is one', 'csat', form(scale(), item('own')), 'questions', 'other-than-kind'],
    ['half an intro', 'csat', { ...form(scale()), intro: { en: 'Hello', zh: '' } }, 'intro.zh', 'words-missing'],
    ['no Chinese', 'csat', form(scale({ text: { en: 'How?', zh: '' } })), 'questions.0.text.zh', 'words-missing'],
    ['no word at an end', 'csat', form(scale({ high: { en: '', zh: '好' } })), 'questions.0.high.en', 'words-missing'],
    ['a longer scale', 'csat', form(scale({ steps: 7 })), 'questions.0.steps', 'other-scale'],
    ['one id twice', 'several', form(item('own'), item('own')), 'questions.1.id', 'same-question-twice'],
    ['a measure twice', 'several', form(scale(), scale({ id: 'b' })), 'questions.1.measure', 'measure-twice'],
    ['one option', 'csat', form(scale(), choice(['price'])), 'questions.1.options', 'too-few-options'],
    ['an option twice', 'csat', form(scale(), choice(['a', 'a'])), 'questions.1.options.1.id', 'same-option-twice'],
    ['a gap of a measure', 'csat', form(scale(gap('empathy', 'perception'))), 'questions.0.gap', 'gap-of-measure'],
    ['half a gap', 'several', form(item('e', gap('empathy', 'expectation'))), 'questions.0.gap', 'gap-half'],
    [
      'a gap on two scales',
      'several',
      form(item('e', gap('empathy', 'expectation')), item('p', { ...gap('empathy', 'perception'), steps: 5 })),
      'questions.1.steps',
      'gap-of-other-scale',
    ],
    [
      'a gap twice',
      'several',
      form(item('e', gap('empathy', 'expectation')), item('f', gap('empathy', 'expectation'))),
      'questions.1.gap',
      'gap-twice',
    ],
  ] as const)('not with %s', (_, kind, content, path, code) => {
    expect(surveyFaults(kind, content)).toContainEqual({ path, code });
  });
});

it('a score lies on its scale, from 0 for nps and from 1 for all others', () => {
  const on = (measure: 'csat' | 'nps' | 'item', steps: number) =>
    [-1, 0, 1, 5, 6, 10, 11, 1.5].filter((score) => isOnScale({ measure, steps }, score));
  expect(on('csat', 5)).toEqual([1, 5]);
  expect(on('nps', 11)).toEqual([0, 1, 5, 6, 10]);
  expect(on('item', 6)).toEqual([1, 5, 6]);
});

describe('the sides of a form', () => {
  const both = { en: 'x', zh: 'x' };
  const item = (n: number, side?: 'expectation' | 'perception'): SurveyQuestionShape => ({
    ...{ id: `q${n}`, kind: 'scale', text: both, isRequired: true, measure: 'item', steps: 7, low: both, high: both },
    gap: side ? { dimension: 'empathy', side } : null,
  });

  it('turn where the first question of each stands, and nowhere where they alternate', () => {
    const [e, p, other] = [item(1, 'expectation'), item(2, 'perception'), item(3)];
    expect(sideTurns([other, e, e, p, p, other])).toEqual([null, 'expectation', null, 'perception', null, null]);
    expect(sideTurns([e, p, e, p])).toEqual([null, null, null, null]);
    expect(sideTurns([other])).toEqual([null]);
  });
});
