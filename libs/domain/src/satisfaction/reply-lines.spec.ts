import { replyLines } from './reply-lines.js';
import type { SurveyQuestionShape } from './survey-form.js';

const both = (text: string) => ({ en: text, zh: `${text}（中文）` });
const asked = (id: string) => ({ id, text: both(id), isRequired: false });
const ends = { low: both('bad'), high: both('good'), gap: null };

const questions: SurveyQuestionShape[] = [
  { ...asked('nps'), ...ends, kind: 'scale', measure: 'nps', steps: 11 },
  { ...asked('own'), ...ends, kind: 'scale', measure: 'item', steps: 4 },
  { ...asked('why'), kind: 'choice', options: [{ id: 'late', text: both('Late') }] },
  { ...asked('comment'), kind: 'text' },
];

describe('what was told by a reply', () => {
  it('stands under the words of its questions, scores with their steps, choices by their words', () => {
    expect(replyLines(questions, { comment: 'Thanks', nps: 10, own: 2, why: 'late' })).toEqual([
      { kind: 'scale', asked: both('nps'), score: 10, highest: 10, words: both('good') },
      { kind: 'scale', asked: both('own'), score: 2, highest: 4, words: null },
      { kind: 'choice', asked: both('why'), words: both('Late') },
      { kind: 'text', asked: both('comment'), said: 'Thanks' },
    ]);
    expect(replyLines(questions, { nps: 0 })).toMatchObject([{ score: 0, words: both('bad') }]);
  });

  it('leaves out what was left out, and what is no option of the question', () => {
    expect(replyLines(questions, { why: 'gone', other: 3 })).toEqual([]);
  });
});
