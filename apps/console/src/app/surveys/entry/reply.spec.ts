import type { SurveyContent } from '@forecall/contracts';
import type { Scale } from '../editor/form-changes.js';
import { missingIn, scoresOf, toldOf } from './reply.js';

const both = (text: string) => ({ en: text, zh: text });
const scale = (measure: 'csat' | 'nps', steps: number): Scale => ({
  ...{ id: measure, kind: 'scale', text: both('How?'), isRequired: true, measure, steps, gap: null },
  ...{ low: both('Bad'), high: both('Good') },
});
const form: SurveyContent = {
  intro: both(''),
  questions: [
    scale('nps', 11),
    {
      id: 'why',
      kind: 'choice',
      text: both('Why?'),
      isRequired: true,
      options: [{ id: 'price', text: both('Price') }],
    },
    { id: 'more', kind: 'text', text: both('More?'), isRequired: false },
  ],
};

describe('what an agent enters', () => {
  it('is told without what was left empty, scores as numbers', () => {
    const told = toldOf(form, { nps: '0', why: '', more: '  Slow today ' });
    expect(told).toEqual({ nps: 0, more: 'Slow today' });
    expect([...missingIn(form, told)]).toEqual(['why']);
    expect(missingIn(form, toldOf(form, { nps: '10', why: 'price' })).size).toBe(0);
  });

  it('is picked by the digit of the score, of which ten has none', () => {
    const en = ({ en: text }: { en: string }) => text;
    const scores = scoresOf(scale('nps', 11), en);
    expect(scores.map(({ press }) => press).join()).toBe('0,1,2,3,4,5,6,7,8,9,');
    expect(scores[0]?.label).toBe('0 · Bad');
    expect(scores.at(-1)?.label).toBe('10 · Good');
    expect(scoresOf(scale('csat', 5), en).map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5']);
  });
});
