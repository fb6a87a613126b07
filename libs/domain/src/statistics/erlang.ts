import { mustBeInside, mustBePositive, mustBeWhole } from './sound-input.js';

/** A queue that nobody leaves: `load` in erlangs (calls per second times their seconds), and who answers. */
export interface Queue {
  readonly load: number;
  readonly agents: number;
  /** Average handling time of a call. */
  readonly handlingSeconds: number;
}

/** Calls that arrive in a period, as erlangs. */
export function erlangs(calls: number, periodSeconds: number, handlingSeconds: number): number {
  if (!(calls >= 0)) throw new RangeError(`The calls must be at least 0, and are ${calls}`);
  mustBePositive('The period', periodSeconds);
  mustBePositive('The handling time', handlingSeconds);
  return (calls * handlingSeconds) / periodSeconds;
}

/**
 * The share of calls that find all agents busy where nobody waits, 0..1, by the recursion that cannot overflow.
 * Source: Erlang (1917); Cooper, Introduction to Queueing Theory (1981) 3.
 */
export function erlangB(load: number, agents: number): number {
  mustBePositive('The load', load);
  mustBeWhole('The agents', agents);
  let busy = 1;
  for (let agent = 1; agent <= agents; agent += 1) busy = (load * busy) / (agent + load * busy);
  return busy;
}

/** The share of calls that wait, 0..1; 1 where the load is no less than the agents: the queue grows without end. */
export function erlangC(load: number, agents: number): number {
  const busy = erlangB(load, agents);
  return agents <= load ? 1 : (agents * busy) / (agents - load * (1 - busy));
}

/** The mean wait of all calls; null where the queue grows without end. */
export function meanWaitSeconds({ load, agents, handlingSeconds }: Queue): number | null {
  mustBePositive('The handling time', handlingSeconds);
  const waiting = erlangC(load, agents);
  return agents <= load ? null : (waiting * handlingSeconds) / (agents - load);
}

/** The share of calls answered within `targetSeconds`, 0..1; 0 where the queue grows without end. */
export function answeredWithin({ load, agents, handlingSeconds }: Queue, targetSeconds: number): number {
  mustBePositive('The handling time', handlingSeconds);
  if (!(targetSeconds >= 0)) throw new RangeError(`The target must be at least 0 seconds, and is ${targetSeconds}`);
  const waiting = erlangC(load, agents);
  return agents <= load ? 0 : 1 - waiting * Math.exp((-(agents - load) * targetSeconds) / handlingSeconds);
}

/** The fewest agents with whom `goal` (0..1) of the calls are answered within `targetSeconds`. */
export function fewestAgents(queue: Omit<Queue, 'agents'>, targetSeconds: number, goal: number): number {
  mustBeInside('The goal', goal);
  mustBePositive('The load', queue.load);
  let agents = Math.floor(queue.load) + 1;
  while (answeredWithin({ ...queue, agents }, targetSeconds) < goal) agents += 1;
  return agents;
}
