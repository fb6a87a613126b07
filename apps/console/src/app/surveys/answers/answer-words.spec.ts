import { type Answer, byAsking, highestOf, measuredBy } from './answer-words.js';

const answer = (changes: Partial<Answer>): Answer => ({
  ...{
    id: 'a',
    askId: null,
    kind: 'csat',
    item: null,
    scale: 5,
    score: 4,
    text: '',
    at: '2026-11-20T02:00:00Z',
    revision: 1,
  },
  ...{ enteredHow: 'survey', supersededBy: null, voidedAt: null, voidReason: null },
  ...changes,
});
const t = (key: string, values?: object) =>
  [key.slice('survey-entry.'.length), ...Object.values(values ?? {})].join(' ');

describe('answers about a contact', () => {
  it('are read on their own scale, by what they measure', () => {
    expect(highestOf(answer({}))).toBe(5);
    expect(highestOf(answer({ kind: 'nps', scale: 11 }))).toBe(10);
    expect(measuredBy(answer({ kind: 'ces' }), t)).toBe('measure.ces');
    const gap = answer({ kind: 'item', item: 'empathy-perception', scale: 7 });
    expect(measuredBy(gap, t)).toBe('of-dimension dimension.empathy side.perception');
    expect(measuredBy(answer({ kind: 'item', item: '0192.own' }), t)).toBe('measure.item');
  });

  it('stand the newest first, and what was changed since after those that count', () => {
    const old = answer({ id: 'old', at: '2026-11-21T02:00:00Z', supersededBy: 'new' });
    const rest = [answer({ id: 'first' }), answer({ id: 'new', at: '2026-11-20T03:00:00Z' })];
    const rows = byAsking({ answers: [old, ...rest], replies: [] });
    expect(rows.map(({ answer: { id } }) => id)).toEqual(['new', 'first', 'old']);
  });

  it('that came by one form stand together under its measure, with all that was told', () => {
    const lines = [{ kind: 'choice' as const, asked: { en: 'Why?', zh: '为什么？' }, words: { en: 'Late', zh: '晚' } }];
    const item = answer({ id: 'item', askId: 'one', kind: 'item', item: 'f.q' });
    const answers = [
      item,
      answer({ id: 'csat', askId: 'one' }),
      answer({ id: 'past', askId: 'one', supersededBy: 'csat' }),
      answer({ id: 'other', askId: 'two', at: '2026-11-19T02:00:00Z' }),
    ];
    const replies = [
      { askId: 'one', lines },
      { askId: 'two', lines: [] },
    ];
    expect(byAsking({ answers, replies }).map(({ answer: { id }, lines: told }) => [id, told])).toEqual([
      ['csat', lines],
      ['other', []],
      ['past', []],
    ]);
    // Where every measure was taken out, what is left leads.
    const left = byAsking({ answers: [item], replies });
    expect(left).toEqual([{ answer: item, lines }]);
  });
});
