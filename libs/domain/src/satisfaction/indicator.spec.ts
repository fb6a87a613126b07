import { definitionOf, type MetricId, metricIds } from '../figures/metric.js';
import { goalFault, goalRange, isWithoutChance, metricFault, minimumNOn, narrowestOf } from './indicator.js';
import { proposedGoal, readyMadeIndicators } from './ready-made-indicators.js';
import { cardKinds, dialNames } from './scorecard.js';

describe('an indicator', () => {
  it('is refused where its floor does not lie on the worse side of its target', () => {
    expect(goalFault('csat', 'rep', { target: 0.85, floor: 0.6 })).toBeNull();
    expect(goalFault('csat', 'rep', { target: 0.6, floor: 0.85 })).toEqual({
      kind: 'floor-side',
      isHigherBetter: true,
    });
    expect(goalFault('csat', 'rep', { target: 0.6, floor: 0.6 })).toMatchObject({ kind: 'floor-side' });
    expect(goalFault('complaint-rate', 'department', { target: 0.02, floor: 0.06 })).toBeNull();
    expect(goalFault('complaint-rate', 'department', { target: 0.06, floor: 0.02 })).toEqual({
      ...{ kind: 'floor-side', isHigherBetter: false },
    });
  });

  it('is refused outside of the scale of its figure', () => {
    expect(goalFault('csat', 'team', { target: 1.2, floor: 0.6 })).toEqual({
      ...{ kind: 'outside', path: 'target', low: 0, high: 1 },
    });
    expect(goalFault('csat-mean', 'team', { target: 4, floor: 0.5 })).toEqual({
      ...{ kind: 'outside', path: 'floor', low: 1, high: 5 },
    });
    expect(goalFault('csat', 'team', { target: Number.NaN, floor: 0.6 })).toMatchObject({ kind: 'outside' });
    expect(goalRange('asa').low).toBe(0);
  });

  it('is refused of a card that the figure is not given by, naming what answers instead', () => {
    expect(metricFault('complaint-rate', 'rep')).toEqual({ kind: 'not-by', instead: 'complaints-concerning' });
    expect(metricFault('complaint-rate', 'supervisor')).toMatchObject({ kind: 'not-by' });
    expect(metricFault('complaint-rate', 'department')).toBeNull();
    expect(metricFault('aht', 'rep')).toEqual({ kind: 'no-direction' });
    expect(metricFault('talk-mean', 'department')).toEqual({ kind: 'no-direction' });
    expect(metricFault('attribute', 'rep')).toEqual({ kind: 'of-attribute' });
    expect(metricFault('nps', 'rep')).toEqual({ kind: 'not-by', instead: 'csat' });
    expect(metricFault('nps-relationship', 'supervisor')).toEqual({ kind: 'not-by', instead: 'csat-relationship' });
    expect(metricFault('nps', 'team')).toBeNull();
    expect(goalFault('nps', 'department', { target: 0.4, floor: -0.2 })).toBeNull();
  });

  it('reads a person from 20 cases on, anything else from 5, one exam of one person as it is, and counts always', () => {
    expect(minimumNOn('rep', 'csat')).toBe(20);
    expect(minimumNOn('team', 'csat')).toBe(5);
    expect(minimumNOn('rep', 'exam-pass-rate')).toBe(1);
    expect(minimumNOn('team', 'exam-pass-rate')).toBe(5);
    expect(minimumNOn('rep', 'open-complaints')).toBe(0);
    expect([isWithoutChance('exam-pass-rate'), isWithoutChance('csat')]).toEqual([true, false]);
  });

  it('of a narrower audience goes before that of a wider one, whatever their order', () => {
    const row = (metric: MetricId, departmentId: string | null, teamId: string | null) => ({
      metric,
      departmentId,
      teamId,
    });
    const [wide, narrow, narrowest, other] = [
      row('csat', null, null),
      row('csat', 'd', null),
      row('csat', null, 't'),
      row('asa', null, null),
    ];
    expect(narrowestOf([wide, narrowest, other, narrow])).toEqual([narrowest, other]);
    expect(narrowestOf([narrow, wide])).toEqual([narrow]);
  });

  it('is ready-made for every kind of card, once for each metric, by the rules; a dial is of supervisors alone', () => {
    for (const card of cardKinds) {
      const ofCard = readyMadeIndicators.filter((one) => one.card === card);
      expect(ofCard.length).toBeGreaterThanOrEqual(5);
      expect(new Set(ofCard.map(({ metric }) => metric)).size).toBe(ofCard.length);
      for (const { metric, dial, weight, ...goal } of ofCard) {
        expect(goalFault(metric, card, goal)).toBeNull();
        expect(weight).toBeGreaterThan(0);
        expect(dial !== null).toBe(card === 'supervisor');
        expect(definitionOf(metric).direction).not.toBe('neither');
      }
    }
    const dials = new Set(readyMadeIndicators.map(({ dial }) => dial).filter((dial) => dial !== null));
    expect([...dials].toSorted()).toEqual([...dialNames].toSorted());
  });

  it('is proposed with a target and a floor of its own unit, for whatever can be wanted of a card', () => {
    const wanted = metricIds.flatMap((metric) => {
      const card = cardKinds.find((kind) => metricFault(metric, kind) === null);
      return card ? [{ metric, card }] : [];
    });
    expect(wanted.length).toBeGreaterThan(30);
    for (const { metric, card } of wanted) {
      const goal = proposedGoal(metric);
      expect([metric, goal && goalFault(metric, card, goal)]).toEqual([metric, null]);
      expect([metric, goal]).not.toEqual([metric, null]);
    }
    expect(proposedGoal('abandonment-rate')).toEqual({ target: 0.05, floor: 0.15 });
    expect(proposedGoal('asa')).toEqual({ target: 20, floor: 60 });
    expect(proposedGoal('aht')).toBeNull();
  });
});
