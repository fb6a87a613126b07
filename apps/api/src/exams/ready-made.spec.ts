import type { ScenarioText } from '@forecall/contracts';
import {
  itemsOf,
  type Marks,
  maximumOf,
  type Rubric,
  type RubricItem,
  rubricFaults,
  scoreOf,
  temperaments,
} from '@forecall/domain';
import { readPaper, readyMadePaper, readyMadePapers } from './ready-made.js';

const papers = readyMadePapers().map(({ key }) => readyMadePaper(key)!);
const rubrics = papers.flatMap((paper) => (paper.kind === 'rubric' ? [paper] : []));
const scenarios = papers.flatMap((paper) => (paper.kind === 'scenario' ? [paper] : []));
const rubricOf = (key: string): Rubric => rubrics.find((paper) => paper.key === key)!.text;

/** Every text of a paper in both languages, with its path. */
function textsOf(value: unknown, path: string): { path: string; en: string; zh: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [{ path, ...(value as { en: string; zh: string }) }];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Levels of points as given, everything else done. */
const allAt = (rubric: Rubric, points: number, more: Marks = {}): Marks => {
  const mark = (item: RubricItem) => (item.kind === 'yes-no' ? 1 : points);
  return { ...Object.fromEntries(itemsOf(rubric).map((item) => [item.id, mark(item)])), ...more };
};
const outcome = (rubric: Rubric, marks: Marks) => {
  const { numerator, denominator, state, failedCritical } = scoreOf(rubric, marks);
  return { of: `${numerator / 100} of ${denominator / 100}`, state, failedCritical };
};

describe('ready-made papers', () => {
  it('are three rubrics and eight role plays, for every temperament, by key', () => {
    expect(rubrics.map(({ key }) => key)).toEqual(['complaint-call', 'proactive-call', 'sales-conversation']);
    expect(scenarios.map(({ key }) => key)).toEqual([
      ...['complaint-angry', 'complaint-quiet', 'proactive-open-matter', 'proactive-silent'],
      ...['sales-actor', 'sales-good-natured', 'sales-professor', 'sales-results'],
    ]);
    for (const one of temperaments) expect(readyMadePaper(`sales-${one}`)?.text).toMatchObject({ temperament: one });
    expect(readyMadePaper('circus')).toBeUndefined();
    // A paper is asked for by its key, as the contract writes ids.
    for (const { key } of papers) expect(key).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
  });

  it('say everything in both languages; only what helps an assessor may be empty, then in both', () => {
    for (const { key, name, text } of papers)
      for (const { path, en, zh } of textsOf({ name, text }, key)) {
        if (path.endsWith('.help') && en === '' && zh === '') continue;
        expect([path, en]).toEqual([path, expect.stringMatching(/^[^\p{Script=Han}，。：；？！]+$/u)]);
        expect([path, zh]).toEqual([path, expect.stringMatching(/\p{Script=Han}/u)]);
      }
  });

  it('have no faults, and name nothing twice', () => {
    for (const { key, text } of rubrics) {
      expect([key, rubricFaults(text)]).toEqual([key, []]);
      const ids = text.groups.map(({ id }) => id);
      expect([key, new Set(ids).size]).toEqual([key, ids.length]);
      expect(itemsOf(text).filter(({ isCritical }) => isCritical).length).toBeGreaterThanOrEqual(2);
      for (const item of itemsOf(text))
        if (item.kind === 'points') expect(item.levels.map(({ points }) => points)).toEqual([5, 4, 3, 1, 0]);
    }
  });

  it('have three ways at least to play each role, so that a resit is another one', () => {
    const briefs = scenarios.flatMap(({ key, text }) => {
      const { variants }: ScenarioText = text;
      expect([key, variants.length >= 3, new Set(variants.map(({ id }) => id)).size]).toEqual([
        ...[key, true, variants.length],
      ]);
      return variants;
    });
    for (const part of ['name', 'situation', 'brief'] as const)
      expect(new Set(briefs.map((one) => one[part].en)).size).toBe(briefs.length);
  });

  it('are refused with their name when they are not of the shape', () => {
    const { kind, name, text } = rubrics[0]!;
    const written = (more: object) => JSON.stringify({ kind, name, text, ...more });
    expect(readPaper('mine', written({}))).toEqual({ ...{ key: 'mine' }, kind, name, text });
    expect(() => readPaper('mine', written({ kind: 'scenario' }))).toThrow('exam-papers/mine.json');
    expect(() => readPaper('mine', written({ name: { en: 'Mine', zh: ' ' } }))).toThrow('exam-papers/mine.json');
    expect(() => readPaper('mine', '{')).toThrow('exam-papers/mine.json');
  });

  it.each(rubrics)('$key: passes with 100 at best, and fails by each critical item alone', ({ text }) => {
    const best = Object.fromEntries(itemsOf(text).map((item) => [item.id, maximumOf(item)]));
    expect(scoreOf(text, best)).toMatchObject({ score: 100, state: 'passed' });
    for (const { id, isCritical } of itemsOf(text))
      if (isCritical)
        expect(scoreOf(text, { ...best, [id]: 0 })).toMatchObject({ state: 'failed', failedCritical: [id] });
  });

  it('the sales conversation as scored by hand: four passes, also with one step at three; three fails', () => {
    const rubric = rubricOf('sales-conversation');
    // Steps: 8 of weight 1 and 4 of weight 2 = 16 times the points; yes/no: 2.5 + 5 + 5 = 12.5; most 80 + 12.5.
    expect(outcome(rubric, allAt(rubric, 4))).toMatchObject({ of: '76.5 of 92.5', state: 'passed' });
    expect(outcome(rubric, allAt(rubric, 3))).toMatchObject({
      of: '60.5 of 92.5',
      state: 'failed',
      failedCritical: [],
    });
    // As its reason says: 76.5 - 2 = 80.54 %; 76.5 - 3 = 79.46 %.
    expect(outcome(rubric, allAt(rubric, 4, { benefit: 3 }))).toMatchObject({ of: '74.5 of 92.5', state: 'passed' });
    expect(outcome(rubric, allAt(rubric, 4, { why: 1 }))).toMatchObject({ of: '73.5 of 92.5', state: 'failed' });
    // Nothing was objected: 1 + 1 + 2 times the points leave both sums.
    const agreed = outcome(rubric, allAt(rubric, 4, { objected: 0 }));
    expect(agreed).toMatchObject({ of: '60.5 of 72.5', state: 'passed' });
    // A promise that cannot be kept: 71.5 of 92.5 would be 77.3 %, with fives 87.5 = 94.6 %; both fail.
    const broken = outcome(rubric, allAt(rubric, 5, { 'keeps-to-what-we-can': 0 }));
    expect(broken).toEqual({ of: '87.5 of 92.5', state: 'failed', failedCritical: ['keeps-to-what-we-can'] });
  });

  it('the complaint call as scored by hand: four passes, three fails, and so does a complaint that is not logged', () => {
    const rubric = rubricOf('complaint-call');
    // 7 of weight 1 and 3 of weight 2 = 13 times the points; yes/no: 5 + 2.5 + 5 + 5 = 17.5; most 65 + 17.5.
    expect(outcome(rubric, allAt(rubric, 4))).toMatchObject({ of: '69.5 of 82.5', state: 'passed' });
    expect(outcome(rubric, allAt(rubric, 3))).toMatchObject({
      of: '56.5 of 82.5',
      state: 'failed',
      failedCritical: [],
    });
    // The customer agreed: the further ways leave both sums, 12 times the points.
    const agreed = outcome(rubric, allAt(rubric, 4, { 'further-ways': 'not-applicable' }));
    expect(agreed).toMatchObject({ of: '65.5 of 77.5', state: 'passed' });
    // Not logged: its 5 points are lost, and its record, 5 points, leaves both sums: 72.5 of 77.5 would be 93.5 %.
    const lost = outcome(rubric, allAt(rubric, 5, { logged: 0 }));
    expect(lost).toEqual({ of: '72.5 of 77.5', state: 'failed', failedCritical: ['logged'] });
  });

  it('the proactive call as scored by hand: four passes, three fails, and so do fours that find nothing', () => {
    const rubric = rubricOf('proactive-call');
    // 7 of weight 1 and 3 of weight 2 = 13 times the points; yes/no: 2.5 + 2.5 + 5 + 5 + 5 = 20; most 65 + 20.
    expect(outcome(rubric, allAt(rubric, 4))).toMatchObject({ of: '72 of 85', state: 'passed' });
    expect(outcome(rubric, allAt(rubric, 3))).toMatchObject({ of: '59 of 85', state: 'failed', failedCritical: [] });
    // Nothing found: 5 points lost, taking it up (2 x 4 of 2 x 5) leaves both sums: 59 of 75 = 78.67 %.
    expect(outcome(rubric, allAt(rubric, 4, { found: 0 }))).toMatchObject({ of: '59 of 75', state: 'failed' });
    // Nothing was wrong: 5 of 5 and 8 of 10 leave both sums: 59 of 70.
    const sound = outcome(rubric, allAt(rubric, 4, { found: 'not-applicable' }));
    expect(sound).toMatchObject({ of: '59 of 70', state: 'passed' });
    const glossed = outcome(rubric, allAt(rubric, 5, { truth: 0 }));
    expect(glossed).toEqual({ of: '80 of 85', state: 'failed', failedCritical: ['truth'] });
  });
});
