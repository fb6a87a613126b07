import { type ComplaintStep, skippedBy } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';

export interface Step {
  readonly step: ComplaintStep;
  readonly atMs: number;
  /** Passed over, with a reason, when the next one that is not was taken. */
  readonly isSkipped: boolean;
}

const hourMs = 3_600_000;

/**
 * What has happened to a complaint by a moment. Hours between the steps are lognormal; four in a hundred first
 * acknowledgements take longer than a day, one complaint in sixteen drags on, one in five is settled at once and passes
 * over the work between. One in twenty-five is reopened; its second round looks at it again and passes over the rest.
 */
export function courseUntil(draw: Draw, receivedMs: number, endedMs: number, nowMs: number): Step[] {
  const drags = draw.chance(0.06) ? 6 : 1;
  let atMs = receivedMs;
  const course: Step[] = [{ step: 'received', atMs, isSkipped: false }];
  const take = (step: ComplaintStep) => {
    const passed = skippedBy(
      course.map((one) => ({ ...one, at: one.atMs })),
      step,
    );
    for (const one of passed) course.push({ step: one, atMs, isSkipped: true });
    course.push({ step, atMs, isSkipped: false });
  };
  const then = (step: ComplaintStep, medianHours: number, spread = 0.8) => {
    atMs += Math.round(draw.lognormal(medianHours * drags, spread) * hourMs);
    take(step);
  };
  if (draw.chance(0.3)) {
    atMs = endedMs;
    take('acknowledged');
  } else then('acknowledged', 4, 1);
  const isSettledAtOnce = draw.chance(0.2);
  if (!isSettledAtOnce) {
    then('assessed', 6);
    then('investigated', 26);
    then('answered', 22);
    then('decided', 3);
  }
  then('closed', isSettledAtOnce ? 30 : 27);
  if (draw.chance(0.04)) {
    then('reopened', 90);
    then('investigated', 24);
    then('answered', 12);
    then('closed', 24);
  }
  if (draw.chance(0.25)) then('analysed', 70);
  return course.filter((step) => step.atMs <= nowMs);
}
