import type { TimeLineEntry } from '@forecall/contracts';
import { lanePlot } from './lane-plot.js';

const nothing: Omit<TimeLineEntry, 'kind' | 'id' | 'at'> = {
  ...{ channel: null, direction: null, purpose: null, outcome: null, reason: null, person: null, by: null, text: null },
  ...{ why: null, dueAt: null, contactId: null },
  ...{
    number: null,
    isOpen: null,
    score: null,
    scale: null,
    isEntered: null,
    what: null,
    isOver: null,
    onDay: null,
    isAhead: false,
  },
};
const happened = (kind: TimeLineEntry['kind'], day: string, told: Partial<TimeLineEntry> = {}): TimeLineEntry => ({
  ...{ ...nothing, kind, id: `${kind} ${day}`, at: `${day}T08:00:00Z` },
  ...told,
});

const plotOf = (entries: TimeLineEntry[], width = 712) =>
  lanePlot({ width, from: '2026-05-21', to: '2026-11-20', entries, dayOf: (at) => at.slice(0, 10) });

describe('six months by kind', () => {
  it('stand each on the line of its kind, at the place of its day', () => {
    const plot = plotOf([
      happened('complaint', '2026-11-20'),
      happened('contact', '2026-05-21', { direction: 'in' }),
      happened('contact', '2026-05-21', { direction: 'out' }),
      happened('dossier', '2026-05-20'),
    ]);
    expect(plot.marks.map(({ lane, x }) => [lane, x])).toEqual([
      ['complaint', 700],
      ['theirs', 124],
      ['ours', 124],
    ]);
    expect(plot.months.map(({ month }) => month)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(new Set(plot.marks.map(({ y }) => y)).size).toBe(3);
  });

  it('are counted where a day, or a few days that would lie on each other, have several', () => {
    const calls = [1, 2, 3].map(() => happened('contact', '2026-08-01', { direction: 'in' }));
    expect(plotOf(calls).marks).toMatchObject([{ lane: 'theirs', count: 3 }]);
    const next = [happened('contact', '2026-08-02', { direction: 'in' }), happened('complaint', '2026-08-02')];
    expect(plotOf([...calls, ...next, happened('complaint', '2026-08-03')]).marks).toMatchObject([
      ...[
        { lane: 'complaint', count: 1 },
        { lane: 'complaint', count: 1 },
      ],
      { lane: 'theirs', count: 4 },
    ]);
    expect(plotOf(calls).days).toMatchObject([{ day: '2026-08-01', entries: calls }]);
  });

  it('show the lowest answer where several would lie on each other', () => {
    const answers = [
      happened('answer', '2026-08-01', { score: 5, scale: 5 }),
      happened('answer', '2026-08-02', { score: 2, scale: 5 }),
      happened('answer', '2026-10-02', { score: 4, scale: 5 }),
    ];
    expect(plotOf(answers).marks.map(({ score, count }) => [score, count])).toEqual([
      [2, 2],
      [4, 1],
    ]);
  });
});
