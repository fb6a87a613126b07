import { type AlarmInput, followAlarm, unwatched, type Watched } from './follow-alarm.js';
import { newLevel, restartedPast } from './restarted-past.js';

const plan = { usual: 0.02, oddsRatio: 2, threshold: 2 };
const contacts = (at: number, of: number, complaints: number): AlarmInput => ({
  kind: 'contacts',
  at,
  contacts: of,
  complaints,
});

describe('a department under watch', () => {
  const follow = (inputs: readonly AlarmInput[]) => {
    let watched: Watched = unwatched;
    const events = inputs.map((input) => {
      const next = followAlarm(watched, input);
      watched = next.watched;
      return next.event;
    });
    return { events, watched };
  };

  it('is not watched without a baseline; with one a rise is one alarm until it ebbs', () => {
    const { events } = follow([
      ...[contacts(0, 5, 5), { kind: 'baseline', plan } as const, contacts(1, 3, 3), contacts(2, 2, 2)],
      ...[contacts(3, 200, 0), contacts(4, 1, 1), contacts(5, 3, 3)],
    ]);
    // Five complaints more than the threshold of 2 in steps of ln(2 / 1.02) = 0.67: the third raises it.
    expect(events).toEqual([null, null, 'raised', null, 'ebbed', null, 'raised']);
  });

  it('keeps its part of the threshold under another baseline, and begins anew after a restart', () => {
    const half: readonly AlarmInput[] = [{ kind: 'baseline', plan }, contacts(1, 1, 1)];
    const other = { usual: 0.04, oddsRatio: 2, threshold: 5 };
    const before = follow(half).watched;
    const { watched } = follow([...half, { kind: 'baseline', plan: other }]);
    expect(watched.evidence.sum / 5).toBeCloseTo(before.evidence.sum / 2, 12);
    expect(watched.evidence).toMatchObject({ since: 1, contacts: 1, complaints: 1 });
    const anew = follow([...half, { kind: 'restart', plan: null }]).watched;
    expect(anew).toEqual({ plan, evidence: { sum: 0, since: null, contacts: 0, complaints: 0, isRaised: false } });
    expect(follow([...half, { kind: 'restart', plan: other }]).watched.plan).toEqual(other);
  });
});

describe('the past after a restart', () => {
  it('lends the days before with their complaints moved to the new level, whole and none lost', () => {
    const before = Array.from({ length: 10 }, () => ({ contacts: 100, complaints: 2 }));
    const since = [{ contacts: 80, complaints: 7 }];
    const past = restartedPast(before, since, { old: 0.02, new: 0.05 });
    expect(past).toHaveLength(11);
    expect(past.at(-1)).toEqual(since[0]);
    expect(past.slice(0, 10).reduce((sum, day) => sum + day!.complaints, 0)).toBe(50);
    expect(past.slice(0, 10).every((day) => Number.isInteger(day!.complaints))).toBe(true);
    expect(restartedPast([null, before[0]!], [], { old: 0.02, new: 0.02 })).toEqual([null, before[0]]);
    expect(() => restartedPast(before, since, { old: 0, new: 0.05 })).toThrow('The old level must be between 0 and 1');
  });

  it('draws the new level towards the old one while little was seen of it', () => {
    // 8 of 33 where 2.5 % were usual: (8 + 5) / (33 + 200).
    expect(newLevel(0.025, { contacts: 33, complaints: 8 })).toBeCloseTo(13 / 233, 12);
    expect(newLevel(0.025, { contacts: 100_000, complaints: 10_000 })).toBeCloseTo(0.1, 3);
    expect(() => newLevel(0, { contacts: 1, complaints: 1 })).toThrow('The old level must be between 0 and 1');
  });

  it('never has more complaints than contacts', () => {
    const past = restartedPast([{ contacts: 3, complaints: 2 }], [], { old: 0.1, new: 0.9 });
    expect(past).toEqual([{ contacts: 3, complaints: 3 }]);
  });
});
