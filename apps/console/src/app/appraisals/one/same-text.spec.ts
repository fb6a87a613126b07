import { isSameText } from './same-text.js';

const text = { indicators: {}, competencies: {}, comment: 'Good', goals: [] };

describe('two texts of an appraisal', () => {
  it('are the same whatever stands at their ends, in whichever order', () => {
    const rated = { rating: 4, comment: '' };
    const one = { ...text, competencies: { a: rated, b: rated } };
    expect(isSameText(one, { ...one, comment: 'Good ', competencies: { b: rated, a: rated } })).toBe(true);
    expect(isSameText(text, { ...text, indicators: { a: { rating: null, comment: ' ' } } })).toBe(true);
  });

  it('differ by a rating, a comment or a goal', () => {
    expect(isSameText(text, { ...text, competencies: { a: { rating: 1, comment: '' } } })).toBe(false);
    expect(isSameText(text, { ...text, comment: 'Bad' })).toBe(false);
    expect(isSameText(text, { ...text, goals: [{ id: 'g', text: 'Call back', dueOn: '2026-12-01' }] })).toBe(false);
  });
});
