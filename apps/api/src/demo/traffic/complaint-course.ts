import type { ComplaintStep } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';

export interface Step {
  readonly step: ComplaintStep;
  readonly atMs: number;
}

const hourMs = 3_600_000;

/**
 * What has happened to a complaint by a moment. Hours between the steps are lognormal; four in a hundred first
 * acknowledgements take longer than a day, one complaint in sixteen drags on, one in five is settled at once.
 */
export function courseUntil(draw: Draw, receivedMs: number, endedMs: number, nowMs: number): Step[] {
  const drags = draw.chance(0.06) ? 6 : 1;
  let atMs = receivedMs;
  const course: Step[] = [{ step: 'received', atMs }];
  const then = (step: ComplaintStep, medianHours: number, spread = 0.8) => {
    atMs += Math.round(draw.lognormal(medianHours * drags, spread) * hourMs);
    course.push({ step, atMs });
  };
  if (draw.chance(0.3)) course.push({ step: 'acknowledged', atMs: (atMs = endedMs) });
  else then('acknowledged', 4, 1);
  if (!draw.chance(0.2)) {
    then('assessed', 6);
    then('investigated', 26);
    then('answered', 22);
  }
  then('closed', 30);
  if (draw.chance(0.04)) {
    then('reopened', 90);
    then('closed', 60);
  }
  if (draw.chance(0.25)) then('analysed', 70);
  return course.filter((step) => step.atMs <= nowMs);
}
