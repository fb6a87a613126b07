import fc from 'fast-check';
import { type ComplaintStep, complaintSteps, isOpen, possibleSteps, stageOf, stepFault } from './complaint-course.js';

/** A course of one step an hour. */
const course = (...steps: ComplaintStep[]) => steps.map((step, hour) => ({ step, at: hour * 3_600_000 }));
const later = 1_000 * 3_600_000;
const fault = (steps: ComplaintStep[], step: ComplaintStep, at = later) => stepFault(course(...steps), { step, at });

describe('the course of a complaint', () => {
  it('begins with the receipt, once', () => {
    expect(possibleSteps([], 0)).toEqual(['received']);
    expect(fault(['received'], 'received')).toBe('step-already-taken');
  });

  it('goes through all stages of ISO 10002', () => {
    const taken: ComplaintStep[] = [];
    for (const step of [
      'received',
      'acknowledged',
      'assessed',
      'investigated',
      'answered',
      'closed',
      'analysed',
    ] as const) {
      expect(fault(taken, step)).toBeUndefined();
      taken.push(step);
      expect(stageOf(course(...taken))).toBe(step);
    }
  });

  it('may close as soon as it is acknowledged, not before', () => {
    expect(fault(['received'], 'closed')).toBe('step-needs-acknowledged');
    expect(fault(['received', 'acknowledged'], 'closed')).toBeUndefined();
  });

  it('skips no stage of the work silently', () => {
    expect(fault(['received', 'acknowledged'], 'investigated')).toBe('step-needs-assessed');
    expect(fault(['received', 'acknowledged', 'assessed'], 'answered')).toBe('step-needs-investigated');
  });

  it('is over when closed: only the analysis follows, or it is reopened', () => {
    const closed = ['received', 'acknowledged', 'closed'] as const;
    expect(isOpen(course(...closed))).toBe(false);
    expect(possibleSteps(course(...closed), later)).toEqual(['reopened', 'analysed']);
    expect(fault([...closed], 'assessed')).toBe('step-after-closed');
    expect(fault(['received', 'acknowledged'], 'reopened')).toBe('step-needs-closed');
  });

  it('is open again when reopened, keeps its acknowledgement and closes anew', () => {
    const reopened = ['received', 'acknowledged', 'closed', 'reopened'] as const;
    expect(isOpen(course(...reopened))).toBe(true);
    expect(stageOf(course(...reopened))).toBe('reopened');
    expect(fault([...reopened], 'acknowledged')).toBe('step-already-taken');
    expect(fault([...reopened], 'closed')).toBeUndefined();
    expect(fault([...reopened, 'closed'], 'reopened')).toBeUndefined();
  });

  it('takes no step before the last one', () => {
    expect(fault(['received', 'acknowledged'], 'closed', 0)).toBe('step-before-last');
  });

  it('reads a course in order of time, whatever order it was recorded in', () => {
    const steps = course('received', 'acknowledged', 'closed', 'reopened');
    expect(stageOf(steps.toReversed())).toBe('reopened');
  });

  it('never leads into a dead end, and is closed exactly after closed and analysed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 30 }), (choices) => {
        const taken: { step: ComplaintStep; at: number }[] = [];
        for (const [hour, choice] of choices.entries()) {
          const possible = possibleSteps(taken, hour);
          expect(possible.length).toBeGreaterThan(0);
          taken.push({ step: possible[choice % possible.length]!, at: hour });
          expect(isOpen(taken)).toBe(!['closed', 'analysed'].includes(stageOf(taken)!));
        }
        expect(taken.every(({ step }) => complaintSteps.includes(step))).toBe(true);
      }),
    );
  });
});
