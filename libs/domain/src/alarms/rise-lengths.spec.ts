import { RiseLengths } from './rise-lengths.js';
import { seededDraws } from './seeded-draws.js';

/** Alarms one threshold at a time, as the live alarm's state machine counts them. */
function alarmsAt(threshold: number, steps: readonly number[], up: number, down: number): number {
  let [sum, isRaised, alarms] = [0, false, 0];
  for (const others of steps) {
    sum = Math.max(0, sum - others * down);
    if (sum === 0) isRaised = false;
    sum = Math.min(threshold, sum + up);
    if (sum === threshold && !isRaised) [isRaised, alarms] = [true, alarms + 1];
  }
  return alarms;
}

function lengthsOf(steps: readonly number[], up: number, down: number, shortest: number): number[] {
  const kept: number[] = [];
  const lengths = new RiseLengths({ complaint: up, other: -down }, shortest, kept);
  for (const others of steps) {
    lengths.others(others);
    lengths.complaint();
  }
  lengths.addRest(kept);
  return kept;
}

describe('the lengths of a walk’s rises', () => {
  it('are those that remain when smaller swings are taken out', () => {
    // Up 3, down 1, up 2, down 6, up 1: at 1 three alarms, at 2 one (the fall of 1 did not let it ebb), at 4 one still.
    expect(lengthsOf([0, 0, 0, 1, 0, 6], 1, 1, 0.5).sort()).toEqual([1, 1, 4]);
    expect([1, 2, 4, 5].map((threshold) => alarmsAt(threshold, [0, 0, 0, 1, 0, 6], 1, 1))).toEqual([3, 1, 1, 0]);
    // The beginning is a lowest point: falls before the first rise do not count.
    expect(lengthsOf([9, 0, 3, 0], 1, 1, 0.5)).toEqual([2, 2]);
  });

  it('count the alarms at every threshold as the state machine does, on random walks', () => {
    const draw = seededDraws(5);
    for (let walk = 0; walk < 200; walk += 1) {
      const [up, down] = [1, 0.05 + draw()];
      // Drifting down, level and up.
      const mean = ((0.5 + draw()) * up) / down;
      const steps = Array.from({ length: 150 }, () => Math.floor(-Math.log(1 - draw()) * (mean + 0.5)));
      const lengths = lengthsOf(steps, up, down, 1.01);
      for (const threshold of [1.013, 1.71, 2.57, 4.03, 7.91]) {
        const count = lengths.filter((length) => length >= threshold).length;
        expect({ walk, threshold, count }).toEqual({ walk, threshold, count: alarmsAt(threshold, steps, up, down) });
      }
    }
  });

  it('begin anew with another walk, and can be looked at on the way', () => {
    const kept: number[] = [];
    const lengths = new RiseLengths({ complaint: 1, other: -1 }, 0.5, kept);
    lengths.complaint();
    lengths.complaint();
    const early: number[] = [];
    lengths.addRest(early);
    lengths.complaint();
    lengths.addRest(kept);
    expect([early, kept]).toEqual([[2], [3]]);
    lengths.restart();
    lengths.addRest(kept);
    lengths.complaint();
    lengths.addRest(kept);
    expect(kept).toEqual([3, 1]);
  });
});
