import { bernoulliCusum, bernoulliStart, bernoulliWeights } from './bernoulli-cusum.js';
import { type AlarmEvidence, evidenceShare, type MinuteOfContacts, noEvidence, withMinute } from './live-alarm.js';
import { drawContacts } from './simulated-days.js';
import { seededDraws } from './seeded-draws.js';

const minute = 60_000;
const at = (n: number, contacts: number, complaints: number): MinuteOfContacts => ({
  at: n * minute,
  contacts,
  complaints,
});

const fed = (minutes: readonly MinuteOfContacts[], plan: typeof even): AlarmEvidence[] => {
  let evidence = noEvidence;
  return minutes.map((one) => (evidence = withMinute(evidence, one, plan)));
};

/** At a half and an odds ratio of 3 a complaint adds ln 1.5, and another takes ln 2. */
const [up, down] = [Math.log(1.5), Math.log(2)];
const even = { usual: 0.5, oddsRatio: 3, threshold: 2 };

describe('the live alarm', () => {
  it('sums minute by minute, is raised at the threshold, and ebbs at 0', () => {
    const steps = fed(
      [
        at(0, 1, 0),
        at(1, 1, 1),
        at(2, 2, 2),
        at(3, 1, 0),
        at(4, 4, 4),
        at(5, 3, 3),
        at(6, 2, 0),
        at(7, 1, 0),
        at(8, 1, 1),
      ],
      even,
    );
    const sums = [0, up, 3 * up, 3 * up - down, 2, 2, 2 - 2 * down, 0, up];
    steps.forEach(({ sum }, n) => expect(sum).toBeCloseTo(sums[n]!, 12));
    expect(steps.map(({ isRaised }) => isRaised)).toEqual([...Array(4).fill(false), true, true, true, false, false]);
    expect(steps.map(({ since }) => since)).toEqual([null, ...Array(6).fill(minute), null, 8 * minute]);
    expect(steps[6]).toMatchObject({ contacts: 13, complaints: 10 });
    expect(steps[7]).toEqual(noEvidence);
    expect(steps[8]).toMatchObject({ contacts: 1, complaints: 1 });
    expect([noEvidence, steps[1]!, steps[5]!].map((one) => evidenceShare(one, even))).toEqual([0, up / 2, 1]);
  });

  it('spreads the complaints of a minute evenly among its others', () => {
    // Of 6 others 2 stand before, between and after: down to 0, up, down to 0, up, down to 0. Of 3, one each.
    expect(fed([at(0, 8, 2)], even)[0]).toEqual(noEvidence);
    const plan = { usual: 0.02, oddsRatio: 2, threshold: 4 };
    const { complaint, other } = bernoulliWeights(plan);
    const [first, second] = fed([at(0, 32, 2), at(1, 5, 0)], plan);
    expect(first!.sum).toBeCloseTo(2 * (complaint + 10 * other), 12);
    expect(second).toMatchObject({ sum: expect.closeTo(first!.sum + 5 * other, 12), since: 0, contacts: 37 });
    // Evidence that was at 0 within the minute begins anew with it.
    const [, , late] = fed([at(0, 1, 1), at(1, 30, 0), at(2, 40, 1)], plan);
    expect(late).toMatchObject({ since: 2 * minute, contacts: 40, complaints: 1 });
  });

  it('takes back what a correction takes back, in one step', () => {
    const [wrong, taken] = fed([at(0, 3, 3), at(0, -1, -1)], even);
    expect(wrong!.sum).toBeCloseTo(3 * up, 12);
    expect(taken).toMatchObject({ sum: expect.closeTo(2 * up, 12), contacts: 2, complaints: 2, since: 0 });
    // A contact became a complaint: it had been counted as another.
    const [, turned] = fed([at(0, 4, 4), at(0, 0, 1)], even);
    expect(turned).toMatchObject({ sum: 2, isRaised: true, contacts: 4, complaints: 5 });
    expect(fed([at(0, 2, 2), at(0, -2, -2)], even)[1]).toEqual(noEvidence);
    // What lies before the rise began counts for the sum, not for what was seen since.
    const [, , older] = fed([at(5, 1, 1), at(6, 2, 2), at(2, 1, 1)], even);
    expect(older).toMatchObject({ sum: expect.closeTo(4 * up, 12), since: 5 * minute, contacts: 3 });
  });

  it('of one contact a minute is the Bernoulli CUSUM up to the alarm, and since then one alarm as long as it lasts', () => {
    const plan = { usual: 0.05, oddsRatio: 2, threshold: 2.5 };
    const { complaint, other } = bernoulliWeights(plan);
    const draw = seededDraws(11);
    let [evidence, state] = [noEvidence, bernoulliStart];
    let [highest, isRaised, alarms, changes] = [0, false, 0, 0];
    for (let n = 0; n < 30_000; n += 1) {
      const isComplaint = draw() < 0.06;
      const before = evidence;
      evidence = withMinute(before, at(n, 1, isComplaint ? 1 : 0), plan);
      if (evidence.isRaised && !before.isRaised) alarms += 1;
      // The state machine once more, in other words: the walk's fall from its highest point decides when it ebbs.
      if (!isRaised) {
        state = bernoulliCusum(state, isComplaint, plan);
        if (!isComplaint || !state.isAlarm) expect(evidence.sum).toBeCloseTo(state.sum, 9);
        if (state.isAlarm) [isRaised, highest, changes] = [true, 0, changes + 1];
      } else {
        highest = Math.max(0, highest - (isComplaint ? complaint : other));
        if (highest >= plan.threshold) [isRaised, state] = [false, bernoulliStart];
      }
      if (evidence.isRaised !== isRaised) throw new Error(`minute ${n}`);
    }
    expect(alarms).toBe(changes);
    expect(alarms).toBeGreaterThan(50);
  });

  /** The definition: at 2 % and an odds ratio of 2, h = 4 gives about 10,200 contacts to a false alarm and 440 to detect. */
  it('begun anew after each alarm keeps what its definition promises', () => {
    const plan = { usual: 0.02, oddsRatio: 2, threshold: 4 };
    const draw = seededDraws(3);
    const meanLength = (rate: number, alarms: number): number => {
      let [evidence, seen, raised, waiting] = [noEvidence, 0, 0, 0];
      const next = (contacts: number, complaints: number): void => {
        evidence = withMinute(evidence, at(0, contacts, complaints), plan);
        seen += contacts;
        if (evidence.isRaised) [evidence, raised] = [noEvidence, raised + 1];
      };
      while (raised < alarms) {
        drawContacts(draw, 1_000, rate, {
          others: (count) => (waiting = count),
          complaint: () => {
            if (waiting > 0) next(waiting, 0);
            next(1, 1);
            waiting = 0;
          },
        });
        if (waiting > 0) next(waiting, 0);
        waiting = 0;
      }
      return seen / raised;
    };
    expect(Math.abs(meanLength(0.02, 1_500) / 10_200 - 1)).toBeLessThan(0.08);
    expect(Math.abs(meanLength(4 / 102, 4_000) / 440 - 1)).toBeLessThan(0.05);
  });

  it('says what is wrong with its input', () => {
    expect(() => withMinute(noEvidence, at(0, 1.5, 0), even)).toThrow(
      new RangeError('The contacts of a minute must be a whole number, and is 1.5'),
    );
    expect(() => withMinute(noEvidence, at(0, 1, Number.NaN), even)).toThrow('The complaints of a minute must be');
    expect(() => withMinute(noEvidence, at(Number.NaN, 1, 0), even)).toThrow("The minute's beginning must be a number");
    expect(() => withMinute(noEvidence, at(0, 1, 0), { ...even, oddsRatio: 0.5 })).toThrow(
      'must be above 1, and is 0.5',
    );
    expect(() => withMinute(noEvidence, at(0, 1, 0), { ...even, usual: 1 })).toThrow('The usual share must be between');
    expect(() => evidenceShare(noEvidence, { ...even, threshold: 0 })).toThrow('The threshold must be above 0');
  });
});
