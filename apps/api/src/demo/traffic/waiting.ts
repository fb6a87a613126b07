import type { Draw } from '../chance/draw.js';
import type { Department } from '../company/company.js';
import type { Intensity } from './intensity.js';
import { type Queue, queueAt } from './queue.js';

const hourMs = 3_600_000;

/** The queue of a department is as long as that of so many lines, kept busy to this part in a planned hour. */
const lines = 18;
const plannedOccupancy = 0.73;
const highestOccupancy = 0.95;
const talkMeanSeconds = 260;

/** How long callers wait before they hang up, on average. */
const patienceMeanSeconds = 240;

export interface Wait {
  readonly seconds: number;
  readonly isAbandoned: boolean;
}

/** Waits follow the load: arrivals expected in the hour against those that the roster was drawn up for. */
export class Waiting {
  private readonly queues: Queue[][];

  constructor(
    private readonly fromMs: number,
    departments: readonly Department[],
    { streams }: Pick<Intensity, 'streams'>,
  ) {
    this.queues = departments.map(({ plan }) => {
      const own = streams.filter((stream) => stream.plan === plan);
      const sum = (part: 'ratesPerHour' | 'plannedPerHour', hour: number) =>
        own.reduce((rate, stream) => rate + (stream[part][hour] ?? 0), 0);
      return Array.from({ length: own[0]?.ratesPerHour.length ?? 0 }, (_, hour) => {
        const occupancy = plannedOccupancy * (sum('ratesPerHour', hour) / sum('plannedPerHour', hour));
        return queueAt(lines, lines * Math.min(occupancy, highestOccupancy), talkMeanSeconds);
      });
    });
  }

  draw(draw: Draw, { place }: Department, atMs: number): Wait {
    const queue = this.queues[place]?.[Math.floor((atMs - this.fromMs) / hourMs)];
    if (!queue) throw new Error('Nobody was on duty at that time.');
    // Even a free line rings for a few seconds.
    const ring = draw.between(2, 9);
    const wait = ring + (draw.chance(queue.waitChance) ? draw.exponential(queue.waitMeanSeconds) : 0);
    const patience = 5 + draw.exponential(patienceMeanSeconds);
    return { seconds: Math.round(Math.min(wait, patience)), isAbandoned: patience < wait };
  }
}
