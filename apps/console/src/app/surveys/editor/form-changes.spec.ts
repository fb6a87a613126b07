import { SurveyContent, type SurveyQuestion } from '@forecall/contracts';
import { surveyFaults } from '@forecall/domain';
import { moved } from '../../ui/order/moved.js';
import {
  asMeasure,
  type Choice,
  formChanges,
  freeDimension,
  newOption,
  newQuestion,
  otherSide,
  type Scale,
} from './form-changes.js';
import { faultsOf, faultsWhileWriting } from './shown-faults.js';

const both = (text: string) => ({ en: text, zh: text });
const csat = (changes: Partial<Scale> = {}): Scale => ({
  ...{ id: 'csat', kind: 'scale', text: both('How was it?'), isRequired: true, measure: 'csat', steps: 5, gap: null },
  ...{ low: both('Bad'), high: both('Good') },
  ...changes,
});
const words = (id: string): SurveyQuestion => ({ id, kind: 'text', text: both(id), isRequired: false });
const form = (...questions: SurveyQuestion[]): SurveyContent => ({ intro: both(''), questions });
const said = (before: SurveyContent, after: SurveyContent) =>
  formChanges(before, after).map(({ change, text }) => `${change} ${text.en}`);

describe('a form of a survey that is worked on', () => {
  it('gets questions that the server takes, of what is not measured yet', () => {
    const several = (questions: SurveyQuestion[]) => newQuestion('scale', { formKind: 'several', questions }) as Scale;
    expect(several([]).measure).toBe('csat');
    expect(several([csat()]).measure).toBe('nps');
    expect(several([csat(), several([csat()])])).toMatchObject({ measure: 'ces', steps: 7 });
    expect(newQuestion('scale', { formKind: 'ces', questions: [] })).toMatchObject({ measure: 'ces', steps: 7 });
    const all = (['scale', 'choice', 'text'] as const).map((kind) =>
      newQuestion(kind, { formKind: 'nps', questions: [] }),
    );
    expect(SurveyContent.safeParse(form(...all)).error?.issues ?? []).toEqual([]);
  });

  it('keeps the words where the measure changes, and the gap of an item alone', () => {
    const item = csat({ measure: 'item', steps: 7, gap: { dimension: 'empathy', side: 'expectation' } });
    expect(asMeasure(item, 'nps')).toMatchObject({ text: both('How was it?'), measure: 'nps', steps: 11, gap: null });
    expect(asMeasure(item, 'item').gap).toEqual(item.gap);
  });

  it('gets the other side of a dimension on the same scale, so that nothing is half', () => {
    const item = csat({ measure: 'item', steps: 9, gap: { dimension: 'empathy', side: 'expectation' } });
    const other = otherSide(item)!;
    expect(other).toMatchObject({ steps: 9, gap: { dimension: 'empathy', side: 'perception' }, high: both('Good') });
    expect(surveyFaults('several', form(item, { ...other, text: both('And we?') }))).toEqual([]);
    expect(otherSide(csat())).toBeUndefined();
    expect(freeDimension([item])).toBe('reliability');
    expect(freeDimension([csat({ gap: { dimension: 'reliability', side: 'perception' } })])).toBe('assurance');
  });

  it('tells what whoever is asked will find changed', () => {
    const before = form(csat(), words('a'), words('b'), words('c'));
    expect(said(before, before)).toEqual([]);
    expect(said(before, { ...before, intro: both('Hello') })).toEqual(['intro Hello']);
    expect(said(before, form(csat(), words('b'), words('c'), words('d')))).toEqual(['added d', 'removed a']);
    expect(said(before, form(...moved(before.questions, 3, -1)))).toEqual(['moved c', 'moved b']);
    expect(
      said(
        before,
        form(csat({ isRequired: false, high: both('Great'), text: both('How?') }), ...before.questions.slice(1)),
      ),
    ).toEqual([...['reworded How?', 'scale How?', 'optional How?']]);
    const choice: Choice = { id: 'q', kind: 'choice', text: both('Why?'), isRequired: false, options: [newOption()] };
    expect(said(form(choice), form({ ...choice, options: [...choice.options, newOption()] }))).toEqual([
      'options Why?',
    ]);
  });

  it('says that words are missing only where one language was written already', () => {
    const half = form(csat({ text: { en: 'How?', zh: '' } }), { ...words('new'), text: both('') });
    const shown = (content: SurveyContent) => [...faultsWhileWriting(faultsOf('csat', content), content).keys()];
    expect([...faultsOf('csat', half).keys()]).toEqual([
      'questions.0.text.zh',
      'questions.1.text.en',
      'questions.1.text.zh',
    ]);
    expect(shown(half)).toEqual(['questions.0.text.zh']);
    expect(shown(form())).toEqual([]);
    expect(shown(form(words('a')))).toEqual(['questions']);
    expect(shown(form(csat({ steps: 7 })))).toEqual(['questions.0.steps']);
  });
});
