import fc from 'fast-check';
import { callCourse, type CallFacts } from './call-course.js';

const at = (seconds: number) => Date.UTC(2026, 10, 20, 6) + seconds * 1000;
const call = (told: Partial<CallFacts>) =>
  callCourse({ direction: 'in', newAt: null, answeredAt: null, hungUpAt: null, cause: '', ...told });

describe('the course of a call', () => {
  it('rings, talks and ends', () => {
    expect(call({ newAt: at(0) })).toEqual({
      state: 'ringing',
      waitSeconds: null,
      talkSeconds: null,
      startedAt: at(0),
      endedAt: null,
    });
    expect(call({ newAt: at(0), answeredAt: at(14) })).toMatchObject({
      state: 'talking',
      waitSeconds: 14,
      endedAt: null,
    });
    expect(call({ newAt: at(0), answeredAt: at(14), hungUpAt: at(254) })).toEqual({
      state: 'ended',
      waitSeconds: 14,
      talkSeconds: 240,
      startedAt: at(0),
      endedAt: at(254),
    });
  });

  it('is abandoned when it is hung up unanswered, unless it came from us or went on elsewhere', () => {
    const unanswered = { newAt: at(0), hungUpAt: at(31) };
    expect(call(unanswered)).toMatchObject({ state: 'abandoned', waitSeconds: 31, talkSeconds: null });
    expect(call({ ...unanswered, direction: 'out' })).toMatchObject({ state: 'unanswered', waitSeconds: null });
    expect(call({ ...unanswered, cause: 'forwarded' })).toMatchObject({ state: 'forwarded' });
  });

  it('does not guess a duration from events out of order', () => {
    expect(call({ newAt: at(9), answeredAt: at(5), hungUpAt: at(3) })).toEqual({
      state: 'ended',
      waitSeconds: null,
      talkSeconds: null,
      startedAt: at(3),
      endedAt: at(9),
    });
    expect(call({ newAt: at(0), answeredAt: at(40), hungUpAt: at(31) })).toMatchObject({
      state: 'ended',
      waitSeconds: null,
      talkSeconds: null,
    });
    expect(call({ hungUpAt: at(3) })).toMatchObject({ state: 'abandoned', waitSeconds: null, startedAt: at(3) });
    expect(call({ answeredAt: at(5) })).toMatchObject({ state: 'talking', waitSeconds: null });
  });

  it('is none without an event', () => {
    expect(call({})).toBeUndefined();
  });

  it('has a start before its end and durations that fit between them', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 10_000_000 }));
    fc.assert(
      fc.property(
        instant,
        instant,
        instant,
        fc.constantFrom('in' as const, 'out' as const),
        (newAt, answeredAt, hungUpAt, direction) => {
          const course = call({ newAt, answeredAt, hungUpAt, direction });
          if (!course) return;
          const { startedAt, endedAt, waitSeconds, talkSeconds } = course;
          if (endedAt === null) return;
          expect(endedAt).toBeGreaterThanOrEqual(startedAt);
          expect((waitSeconds ?? 0) + (talkSeconds ?? 0)).toBeLessThanOrEqual((endedAt - startedAt) / 1000 + 1);
        },
      ),
    );
  });
});
