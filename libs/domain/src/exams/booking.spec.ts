import { Draw } from '../planning/testing/draw.js';
import { planExams } from './booking.js';
import type { BookingInput } from './booking-plan.js';
import { bookingFaults, spreadOf } from './testing/check-booking.js';
import { randomExams } from './testing/random-exams.js';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2);
const clock = (hours: number, day = 0) => monday + (24 * day + hours) * hour;
const hours = (from: number, to: number, day = 0) => ({ fromMs: clock(from, day), toMs: clock(to, day) });

/** Two assessors from 9 to 12, and reps from 9 to 12 of both days. */
function input(reps: number, more: Partial<BookingInput> = {}): BookingInput {
  return {
    ...{ examMs: hour, gridMs: hour / 12, perDay: 2, booked: [], busy: [] },
    candidates: Array.from({ length: reps }, (_, n) => ({
      ...{ id: `c${n}`, staffId: `s${n}`, fromMs: monday, untilMs: clock(0, 7), notBy: [] },
      open: [hours(9, 12), hours(9, 12, 1)],
    })),
    assessors: ['a', 'b'].map((id) => ({
      ...{ id, load: 0 },
      days: [0, 1].map((day) => ({ on: `2026-11-0${2 + day}`, open: [hours(9, 12, day)] })),
    })),
    ...more,
  };
}
const rep = (given: BookingInput, n: number, more: Partial<BookingInput['candidates'][number]>) => ({
  ...given,
  candidates: given.candidates.map((one, at) => (at === n ? { ...one, ...more } : one)),
});
const shuffled = (given: BookingInput, draw: Draw): BookingInput => ({
  ...given,
  candidates: draw.shuffled(given.candidates),
  assessors: draw.shuffled(given.assessors).map((one) => ({ ...one, days: draw.shuffled(one.days) })),
  booked: draw.shuffled(given.booked),
  busy: draw.shuffled(given.busy),
});

describe('booking exams', () => {
  it('takes the first few slots of each day before any more of a day, earlier days first', () => {
    const { placements } = planExams(input(9));
    const count = (on: string) => placements.filter((one) => one.on === on).length;
    expect([count('2026-11-02'), count('2026-11-03')]).toEqual([5, 4]);
    expect(planExams(input(3)).placements.map(({ on }) => on)).toEqual(Array.from({ length: 3 }, () => '2026-11-02'));
  });

  it('gives what assessors have had already its weight, and moves nothing that is booked', () => {
    const given = input(5, {
      booked: [{ candidateId: 'c0', staffId: 's0', assessorIds: ['a'], ...hours(9, 10) }],
    });
    const plan = planExams({
      ...given,
      assessors: given.assessors.map((one) => ({ ...one, load: one.id === 'b' ? 3 : 0 })),
    });
    expect(plan.placements.map(({ candidateId }) => candidateId)).not.toContain('c0');
    expect(plan.placements.filter(({ assessorId }) => assessorId === 'a')).toHaveLength(3);
    expect(plan.placements.every(({ assessorId, startMs }) => assessorId === 'b' || startMs !== clock(9))).toBe(true);
  });

  it('tells why somebody has no place', () => {
    const nobody = rep(input(1), 0, { notBy: ['a', 'b'] });
    const away = rep(input(1), 0, { open: [hours(12, 18)] });
    const why = (given: BookingInput) => planExams(given).unplaced.map((one) => one.why);
    expect([why(nobody), why(away), why(input(13))]).toEqual([['no-assessor'], ['no-common-hours'], ['no-slot-left']]);
  });

  it('does not examine somebody while they examine', () => {
    const given = rep(input(12), 3, { staffId: 'a' });
    const plan = planExams(given);
    expect(bookingFaults(given, plan)).toEqual([]);
    expect(plan.placements.find(({ candidateId }) => candidateId === 'c3')?.assessorId).toBe('b');
    expect(plan.unplaced).toHaveLength(1);
  });

  it('obeys all rules in random departments, is as even as any plan can be and leaves out nobody needlessly', () => {
    const spreads = Array.from({ length: 60 }, (_, n) => {
      const given = randomExams(n + 1);
      const plan = planExams(given);
      expect({ seed: n + 1, faults: bookingFaults(given, plan) }).toEqual({ seed: n + 1, faults: [] });
      expect(planExams(shuffled(given, new Draw(n)))).toEqual(plan);
      // Planned again with what was booked by it: nothing moves, and who had no place has none.
      const staffOf = new Map(given.candidates.map(({ id, staffId }) => [id, staffId]));
      const booked = plan.placements.map(({ candidateId, assessorId, startMs }) => ({
        ...{ candidateId, staffId: staffOf.get(candidateId) ?? '', assessorIds: [assessorId] },
        ...{ fromMs: startMs, toMs: startMs + given.examMs },
      }));
      const again = { ...given, booked: [...given.booked, ...booked] };
      expect(bookingFaults(again, planExams(again))).toEqual([]);
      return spreadOf(given, plan);
    });
    // Where everybody is there they differ by one at most; the drawn departments have both kinds.
    expect(spreads.some((spread) => spread <= 1)).toBe(true);
    expect(spreads.some((spread) => spread > 1)).toBe(true);
  });
});

describe('the checker', () => {
  const given = input(6);
  const plan = planExams(given);
  const [first, second] = plan.placements;
  const faultsWith = (change: object, of: BookingInput = given) =>
    bookingFaults(of, {
      ...plan,
      placements: plan.placements.map((one) => (one === first ? { ...one, ...change } : one)),
    });

  it('finds each kind of fault', () => {
    expect(bookingFaults(given, plan)).toEqual([]);
    expect(bookingFaults(given, { ...plan, placements: plan.placements.slice(1) })[0]).toContain('not everybody');
    expect(faultsWith({ startMs: clock(8) }).join()).toContain('not in the hours');
    const { assessorId, startMs, on } = second!;
    expect(faultsWith({ assessorId, startMs, on }).join()).toContain('clashes with');
    expect(faultsWith({}, rep(given, 0, { notBy: ['a', 'b'] })).join()).toContain('not by');
    const uneven = { ...given, assessors: given.assessors.map((one) => ({ ...one, load: one.id === 'a' ? 2 : 0 })) };
    expect(bookingFaults(uneven, plan).join()).toContain('the busiest has 5, not 4');
    const nobody = { placements: [], unplaced: [{ candidateId: 'c0', why: 'no-slot-left' as const }] };
    expect(bookingFaults(input(1), nobody)).toEqual(['1 could have had a place']);
    expect(faultsWith({ startMs: clock(11, 1), on: '2026-11-03' }).join()).toContain('could be sooner');
  });
});
