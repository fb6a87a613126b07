import { type ChartAsked, askedIn, paramsOf, presetOf, presetPeriod } from './asked.js';

const today = '2026-11-28';

describe('the address of a control chart', () => {
  it('holds the whole question', () => {
    const asked: ChartAsked = {
      ...{ metric: 'csat', from: '2026-01-01', to: '2026-06-01', by: 'week' },
      ...{ kind: 'laney-p', rules: 'nelson' },
    };
    expect(askedIn(paramsOf(asked), today)).toEqual(asked);
  });

  it('asks what is usual where it holds nothing, or what makes no sense', () => {
    const usual = {
      ...{ metric: 'complaint-rate', from: '2026-10-04', to: '2026-11-29', by: 'date' },
      ...{ kind: null, rules: 'western-electric' },
    };
    expect(askedIn({}, today)).toEqual(usual);
    expect(
      askedIn({ metric: 'asa', from: '2026-13-01', to: 'soon', by: 'hour', kind: 'u', rules: 'mine' }, today),
    ).toEqual(usual);
    expect(askedIn({ from: '2026-11-28', to: '2026-11-01' }, today)).toEqual(usual);
  });

  it('drops a kind that does not fit the figure', () => {
    expect(paramsOf({ ...askedIn({ kind: 'laney-p' }, today), metric: 'complaints-concerning' })['kind']).toBeNull();
  });

  it('knows its presets', () => {
    expect(presetPeriod('year', today)).toEqual({ from: '2025-11-30', to: '2026-11-29', by: 'week' });
    expect(presetOf(askedIn({}, today), today)).toBe('weeks-8');
    expect(presetOf(askedIn({ by: 'week' }, today), today)).toBeNull();
  });
});
