import fc from 'fast-check';
import { itemsOf, type PointsItem, pointsOf, type Rubric, type RubricItem, type YesNoItem } from './rubric.js';
import { rubricFaults } from './rubric-fault.js';
import { isNearMark, looksPassed, markFault, markOf, type Marks, scoreOf, shownScore } from './score.js';

const both = (en: string) => ({ en, zh: en });
const base = { help: both(''), weight: 1, isCritical: false, mayNotApply: true, onlyIf: null };
const points = (id: string, more: Partial<PointsItem> = {}): PointsItem => ({
  ...base,
  ...{ id, text: both(id), kind: 'points', failsUnder: 1 },
  levels: [5, 4, 3, 1, 0].map((each) => ({ points: each, text: both(`${each}`) })),
  ...more,
});
const yesNo = (id: string, more: Partial<YesNoItem> = {}): YesNoItem => ({
  ...base,
  ...{ id, text: both(id), kind: 'yes-no' },
  ...more,
});
const rubricOf = (groups: readonly (readonly RubricItem[])[], passMark = 80): Rubric => ({
  ...{ passMark, passMarkWhy: both('Four of five') },
  groups: groups.map((items, n) => ({ id: `g${n}`, name: both(`Group ${n}`), items })),
});

/** By hand: prepare 5 and 4 of 5; safety passed; at the machine 4, 5 x 2, a form that does not apply; commitment 3 of 5. */
const visit = rubricOf([
  [points('calls'), points('parts')],
  [yesNo('power', { isCritical: true, mayNotApply: false })],
  [points('fault'), points('repair', { weight: 2 }), yesNo('form')],
  [points('commitment', { weight: 1.5 })],
]);
const marks: Marks = { calls: 5, parts: 4, power: 1, fault: 4, repair: 5, form: 'not-applicable', commitment: 3 };

describe('the score of an exam', () => {
  it('is as scored by hand', () => {
    const score = scoreOf(visit, marks);
    // 5 + 4 + 1 + 4 + 2 x 5 + 1.5 x 3 = 28.5 of 5 + 5 + 1 + 5 + 10 + 7.5 = 33.5.
    expect(score).toMatchObject({ numerator: 2850, denominator: 3350, state: 'passed', failedCritical: [], open: [] });
    expect(score.score).toBeCloseTo(85.0746, 4);
    expect(score.groups[2]).toEqual({ id: 'g2', numerator: 1400, denominator: 1500 });
  });

  it('is failed by a critical item, which keeps its raw score beside', () => {
    const failed = scoreOf(visit, { ...marks, power: 0 });
    expect(failed).toMatchObject({ state: 'failed', failedCritical: ['power'], isUnderMark: false });
    // 27.5 of 33.5.
    expect(failed.score).toBeCloseTo(82.0896, 4);
    const levels = rubricOf([[points('honest', { isCritical: true, failsUnder: 3 }), points('tone')]]);
    expect(scoreOf(levels, { honest: 3, tone: 5 })).toMatchObject({ state: 'passed', failedCritical: [] });
    expect(scoreOf(levels, { honest: 1, tone: 5 })).toMatchObject({ state: 'failed', failedCritical: ['honest'] });
  });

  it('is compared unrounded: 79.96 shows as 80.0 and fails a mark of 80', () => {
    const fine = rubricOf([[yesNo('a', { weight: 79.96 }), yesNo('b', { weight: 20.04 })]]);
    const score = scoreOf(fine, { a: 1, b: 0 });
    expect([score.score, score.state, shownScore(score.score!)]).toEqual([79.96, 'failed', '80.0']);
    expect(looksPassed(score, fine)).toBe(true);
    expect(looksPassed(scoreOf(fine, { a: 0, b: 1 }), fine)).toBe(false);
    const exact = rubricOf([[yesNo('a', { weight: 80 }), yesNo('b', { weight: 20 })]]);
    expect(scoreOf(exact, { a: 1, b: 0 }).state).toBe('passed');
    // In binary 0.1 + 0.2 is not 0.3; in hundredths it is.
    const small = rubricOf(
      [[yesNo('a', { weight: 0.1 }), yesNo('b', { weight: 0.2 }), yesNo('c', { weight: 0.7 })]],
      30,
    );
    expect(scoreOf(small, { a: 1, b: 1, c: 0 })).toMatchObject({ state: 'passed', isUnderMark: false });
  });

  it('asks for a second assessor within the margin on either side of the mark, and not beyond', () => {
    const hundred = (won: number) => {
      const rubric = rubricOf([[yesNo('a', { weight: won }), yesNo('b', { weight: 100 - won })]]);
      return isNearMark(scoreOf(rubric, { a: 1, b: 0 }), rubric, 5);
    };
    expect([74.99, 75, 79.96, 85, 85.01].map(hundred)).toEqual([false, true, true, true, false]);
  });

  it('of an item that hangs on another waits for that one, and leaves with it', () => {
    const rubric = rubricOf([
      [yesNo('objection'), points('answered', { onlyIf: { itemId: 'objection', atLeast: 1 } }), points('tone')],
    ]);
    expect(scoreOf(rubric, { tone: 5 })).toMatchObject({ state: 'open', open: ['objection', 'answered'] });
    expect(scoreOf(rubric, { tone: 5, objection: 1 })).toMatchObject({ state: 'open', open: ['answered'] });
    // What was marked before the item left does not count.
    expect(scoreOf(rubric, { tone: 4, objection: 0, answered: 5 })).toMatchObject({ numerator: 400, denominator: 600 });
    expect(scoreOf(rubric, { tone: 4, objection: 'not-applicable' })).toMatchObject({
      numerator: 400,
      denominator: 500,
    });
  });

  it('of nothing that applies is none', () => {
    const rubric = rubricOf([[points('a'), points('b')]]);
    const none = scoreOf(rubric, { a: 'not-applicable', b: 'not-applicable' });
    expect(none).toMatchObject({ score: null, state: 'not-assessed' });
    expect([isNearMark(none, rubric, 5), looksPassed(none, rubric)]).toEqual([false, false]);
  });

  it('is failed by a critical item though no score can be computed', () => {
    const rubric = rubricOf([[yesNo('safe', { isCritical: true, weight: 0 }), points('tone')]]);
    expect(scoreOf(rubric, { safe: 0, tone: 'not-applicable' })).toMatchObject({
      ...{ state: 'failed', score: null, failedCritical: ['safe'], isUnderMark: false },
    });
    expect(scoreOf(rubric, { safe: 1, tone: 'not-applicable' })).toMatchObject({ state: 'not-assessed', score: null });
    expect(scoreOf(rubric, { safe: 0 })).toMatchObject({ state: 'open', open: ['tone'] });
  });

  it('has only marks of its own: an item called as what every object has is open until it is marked', () => {
    const rubric = rubricOf([
      [yesNo('constructor'), yesNo('after', { onlyIf: { itemId: 'constructor', atLeast: 1 } }), yesNo('b')],
    ]);
    expect(scoreOf(rubric, { b: 1 })).toMatchObject({ state: 'open', open: ['constructor', 'after'], numerator: 100 });
    expect([markOf({}, 'constructor'), markOf({ constructor: 1 }, 'constructor')]).toEqual([...[undefined, 1]]);
  });

  it('knows marks that the rubric does not have', () => {
    expect(markFault(visit, marks)).toBeNull();
    expect(markFault(visit, { nothing: 1 })).toEqual({ path: 'marks.nothing', code: 'unknown-item' });
    expect(markFault(visit, { calls: 2 })).toEqual({ path: 'marks.calls', code: 'unknown-mark' });
    expect(markFault(visit, { power: 'not-applicable' })).toEqual({ path: 'marks.power', code: 'unknown-mark' });
  });
});

describe('of any rubric and marks', () => {
  const item = (id: string) =>
    fc
      .record({
        weight: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
        isCritical: fc.boolean(),
        isYesNo: fc.boolean(),
      })
      .map(({ isYesNo, ...more }) => (isYesNo ? yesNo(id, more) : points(id, more)));
  const marked = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }).chain((sizes) => {
    const groups = fc.tuple(
      ...sizes.map((size, g) => fc.tuple(...Array.from({ length: size }, (_, n) => item(`${g}-${n}`)))),
    );
    return groups.chain((all) => {
      const rubric = rubricOf(all, 60);
      const given = fc.record(
        Object.fromEntries(
          itemsOf(rubric).map((one) => [
            one.id,
            fc.oneof(fc.constantFrom(...pointsOf(one)), fc.constant('not-applicable' as const)),
          ]),
        ),
      );
      return given.map((of): { rubric: Rubric; of: Marks } => ({ rubric, of }));
    });
  });

  it('the order of items and groups is nothing to the score', () => {
    fc.assert(
      fc.property(marked, ({ rubric, of }) => {
        const turned = {
          ...rubric,
          groups: rubric.groups.toReversed().map((group) => ({ ...group, items: group.items.toReversed() })),
        };
        const [one, other] = [scoreOf(rubric, of), scoreOf(turned, of)];
        expect([one.numerator, one.denominator, one.state]).toEqual([other.numerator, other.denominator, other.state]);
      }),
    );
  });

  it('what does not apply scores as if the rubric did not have it', () => {
    fc.assert(
      fc.property(marked, ({ rubric, of }) => {
        const without = {
          ...rubric,
          groups: rubric.groups.map((group) => ({
            ...group,
            items: group.items.filter(({ id }) => of[id] !== 'not-applicable'),
          })),
        };
        const [one, other] = [scoreOf(rubric, of), scoreOf(without, of)];
        expect([one.score, one.failedCritical]).toEqual([other.score, other.failedCritical]);
      }),
    );
  });

  it('weights times the same factor change nothing, and a better mark never lowers the score', () => {
    fc.assert(
      fc.property(marked, ({ rubric, of }) => {
        const triple = {
          ...rubric,
          groups: rubric.groups.map((group) => ({
            ...group,
            items: group.items.map((one) => ({ ...one, weight: one.weight * 3 })),
          })),
        };
        const score = scoreOf(rubric, of);
        expect(scoreOf(triple, of)).toMatchObject({ state: score.state, failedCritical: score.failedCritical });
        for (const one of itemsOf(rubric)) {
          const mark = of[one.id];
          if (typeof mark !== 'number') continue;
          for (const better of pointsOf(one).filter((each) => each > mark)) {
            const raised = scoreOf(rubric, { ...of, [one.id]: better });
            expect(raised.score ?? 0).toBeGreaterThanOrEqual(score.score ?? 0);
            if (score.state === 'passed') expect(raised.state).toBe('passed');
          }
        }
      }),
    );
  });

  it('with a failed critical item nobody passes, and without any the mark alone decides', () => {
    fc.assert(
      fc.property(marked, ({ rubric, of }) => {
        const score = scoreOf(rubric, of);
        if (score.failedCritical.length > 0) expect(score.state).toBe('failed');
        else if (score.score === null) expect(score.state).toBe('not-assessed');
        else expect(score.state === 'passed').toBe(score.score >= 60 - 1e-9);
      }),
    );
  });
});

describe('a rubric', () => {
  it('is told all that keeps it from being published, and where', () => {
    expect(rubricFaults(visit)).toEqual([]);
    const bad = rubricOf([
      [
        points('a', { levels: [{ points: 0, text: both('') }] }),
        points('a', { isCritical: true, failsUnder: 0 }),
        yesNo('b', { onlyIf: { itemId: 'c', atLeast: 1 } }),
        yesNo('c', { onlyIf: { itemId: 'b', atLeast: 2 } }),
      ],
      [],
    ]);
    expect(rubricFaults(bad)).toEqual([
      { path: 'groups.0.items.0.levels', code: 'too-few-levels' },
      { path: 'groups.0.items.0.levels', code: 'no-points' },
      { path: 'groups.0.items.0.levels.0.text', code: 'text-missing' },
      { path: 'groups.0.items.1.id', code: 'same-item-twice' },
      { path: 'groups.0.items.1.failsUnder', code: 'critical-level' },
      { path: 'groups.0.items.2.onlyIf.itemId', code: 'condition-not-before' },
      { path: 'groups.0.items.3.onlyIf.atLeast', code: 'condition-level' },
      { path: 'groups.1.items', code: 'group-without-items' },
    ]);
    expect(rubricFaults(rubricOf([]))).toEqual([{ path: 'groups', code: 'rubric-without-items' }]);
    const weightless = rubricOf([[yesNo('a', { weight: 0, isCritical: true }), yesNo('b', { weight: 0 })]]);
    expect(rubricFaults(weightless)).toEqual([{ path: 'groups', code: 'rubric-without-weight' }]);
    expect(rubricFaults(rubricOf([[yesNo('a', { weight: 0 })], [yesNo('b', { weight: 0.01 })]]))).toEqual([]);
  });
});
