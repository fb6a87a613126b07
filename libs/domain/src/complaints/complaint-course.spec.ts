import fc from 'fast-check';
import {
  type ComplaintStep,
  complaintSteps,
  isDecided,
  isOpen,
  nextStep,
  possibleSteps,
  presentRound,
  skippedBy,
  type StepFault,
  type StepTaken,
  stageOf,
  stepFault,
  type WorkStep,
} from './complaint-course.js';

/** A course of one step an hour. */
const course = (...steps: ComplaintStep[]) => steps.map((step, hour) => ({ step, at: hour * 3_600_000 }));
const later = 1_000 * 3_600_000;
const fault = (steps: readonly ComplaintStep[], step: ComplaintStep, at = later) =>
  stepFault(course(...steps), { step, at });

const whole = ['received', 'acknowledged', 'assessed', 'investigated', 'answered', 'decided', 'closed'] as const;
const until = (step: ComplaintStep) => whole.slice(0, whole.indexOf(step as (typeof whole)[number]) + 1);

/** Takes a step, passing over what lies between as the API records it. */
function take(taken: readonly StepTaken[], step: ComplaintStep, at: number): StepTaken[] {
  const skipped = skippedBy(taken, step).map((passed) => ({ step: passed, at, isSkipped: true }));
  return [...taken, ...skipped, { step, at }];
}

describe('the course of a complaint', () => {
  it('begins with the receipt, once', () => {
    expect(possibleSteps([], 0)).toEqual(['received']);
    expect(fault(['received'], 'received')).toBe('step-already-taken');
  });

  it('is decided by a decision that was taken in any round, or by the closing of a course that tells of none', () => {
    expect(isDecided(course(...until('answered')))).toBe(false);
    expect(isDecided(course(...until('decided')))).toBe(true);
    expect(isDecided(course('received', 'acknowledged', 'closed'))).toBe(true);
    const passedOver = take(course('received', 'acknowledged'), 'closed', later);
    expect(isDecided(passedOver)).toBe(false);
    expect(isDecided(take([...course(...whole), { step: 'reopened', at: later }], 'closed', later))).toBe(true);
  });

  it('goes through all stages of ISO 10002, each the next of the one before', () => {
    let taken: StepTaken[] = [];
    for (const [hour, step] of [...whole, 'analysed' as const].entries()) {
      expect(nextStep(taken, hour)).toBe(step);
      expect(skippedBy(taken, step)).toEqual([]);
      taken = take(taken, step, hour);
      expect(stageOf(taken)).toBe(step);
    }
    expect(nextStep(taken, 100)).toBeUndefined();
  });

  it.each<[taken: readonly ComplaintStep[], next: ComplaintStep, expected: StepFault | undefined]>([
    [[], 'acknowledged', 'step-needs-received'],
    [until('received'), 'assessed', 'step-needs-acknowledged'],
    [until('received'), 'closed', 'step-needs-acknowledged'],
    [until('received'), 'reopened', 'step-needs-closed'],
    [until('acknowledged'), 'acknowledged', 'step-already-taken'],
    [until('acknowledged'), 'assessed', undefined],
    [until('acknowledged'), 'closed', undefined],
    [until('acknowledged'), 'analysed', 'step-needs-closed'],
    [until('investigated'), 'decided', undefined],
    [[...until('investigated'), 'decided'], 'answered', undefined],
    [['received', 'acknowledged', 'answered'], 'investigated', 'step-passed'],
    [['received', 'acknowledged', 'answered'], 'decided', undefined],
    [whole, 'decided', 'step-after-closed'],
    [[...whole, 'reopened', 'assessed'], 'assessed', 'step-already-taken'],
    [['received', 'acknowledged', 'closed'], 'assessed', 'step-after-closed'],
    [whole, 'analysed', undefined],
    [[...whole, 'analysed'], 'analysed', 'step-already-taken'],
    [[...whole, 'analysed'], 'reopened', undefined],
    [[...whole, 'reopened'], 'acknowledged', 'step-already-taken'],
    [[...whole, 'reopened'], 'assessed', undefined],
    [[...whole, 'reopened'], 'analysed', 'step-needs-closed'],
  ])('after %j takes %s: %s', (taken, next, expected) => {
    expect(fault(taken, next)).toBe(expected);
  });

  it.each<[taken: readonly ComplaintStep[], next: ComplaintStep, skipped: WorkStep[]]>([
    [until('acknowledged'), 'assessed', []],
    [until('acknowledged'), 'investigated', ['assessed']],
    [until('acknowledged'), 'decided', ['assessed', 'investigated']],
    [until('acknowledged'), 'closed', ['assessed', 'investigated', 'answered', 'decided']],
    [until('investigated'), 'closed', ['answered', 'decided']],
    [[...until('investigated'), 'decided'], 'closed', ['answered']],
    [whole, 'reopened', []],
    [[...whole, 'reopened'], 'closed', ['assessed', 'investigated', 'answered', 'decided']],
    [[...whole, 'reopened', 'assessed'], 'answered', ['investigated']],
  ])('after %j passes over with %s: %j', (taken, next, skipped) => {
    expect(skippedBy(course(...taken), next)).toEqual(skipped);
  });

  it('keeps its stage at what was really done when steps are passed over', () => {
    const taken = take(course('received', 'acknowledged'), 'closed', later);
    expect(stageOf(taken)).toBe('closed');
    expect(taken.filter(({ isSkipped }) => isSkipped)).toHaveLength(4);
    expect(stageOf([...course('received'), { step: 'acknowledged', at: later, isSkipped: true }])).toBe('received');
  });

  it('is over when closed: only the analysis follows, or it is reopened', () => {
    const closed = course(...whole);
    expect(isOpen(closed)).toBe(false);
    expect(possibleSteps(closed, later)).toEqual(['reopened', 'analysed']);
    expect(nextStep(closed, later)).toBe('analysed');
  });

  it('is open again when reopened, keeps its acknowledgement and does its work anew', () => {
    const reopened = course(...whole, 'reopened');
    expect(isOpen(reopened)).toBe(true);
    expect(stageOf(reopened)).toBe('reopened');
    expect(nextStep(reopened, later)).toBe('assessed');
    expect(stageOf(take(reopened, 'closed', later))).toBe('closed');
  });

  it('takes no step before the last one', () => {
    expect(fault(until('acknowledged'), 'closed', 0)).toBe('step-before-last');
  });

  it('reads a course in order of time, whatever order it was recorded in', () => {
    const steps = course('received', 'acknowledged', 'closed', 'reopened');
    expect(stageOf(steps.toReversed())).toBe('reopened');
  });

  const anyStep = fc.constantFrom(...complaintSteps);

  it('never leads into a dead end, and is closed exactly after closed and analysed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 30 }), (choices) => {
        let taken: StepTaken[] = [];
        for (const [hour, choice] of choices.entries()) {
          const possible = possibleSteps(taken, hour);
          expect(possible.length).toBeGreaterThan(0);
          taken = take(taken, possible[choice % possible.length]!, hour);
          expect(isOpen(taken)).toBe(!['closed', 'analysed'].includes(stageOf(taken)!));
        }
      }),
    );
  });

  it('stays consistent whatever is tried in whatever order and at whatever times', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyStep, fc.nat(6)), { maxLength: 40 }), (tries) => {
        let taken: StepTaken[] = [];
        for (const [step, at] of tries) {
          if (stepFault(taken, { step, at }) !== undefined) continue;
          taken = take(taken, step, at);
          expect(stageOf(taken)).toBe(step);
        }
        const steps = taken.map((one) => one.step);
        const count = (wanted: ComplaintStep) => steps.filter((step) => step === wanted).length;
        expect(count('received')).toBeLessThanOrEqual(1);
        expect(count('acknowledged')).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(count('closed') - count('reopened'));
        expect(isOpen(taken)).toBe(count('closed') === count('reopened'));
        const round = presentRound(taken).map((one) => one.step);
        expect(new Set(round).size).toBe(round.length);
        // Whatever is closed has each step of the work behind it, taken or passed over.
        if (round.includes('closed')) expect(skippedBy(taken, 'closed')).toEqual([]);
      }),
    );
  });
});
