import { Service, signal, untracked } from '@angular/core';
import { keep, readKept } from '../storage/stored-json.js';

/** How many of the latest observations count: a slow one is outweighed, a corrected clock is followed. */
const keptObservations = 8;

/** Wall clock and monotonic clock part by more only where the wall clock was set, or the computer slept. */
const setAfterMilliseconds = 1_000;

/**
 * The server's time, from what its answers and beats carry. Every message is late by its way here, so the largest
 * offset (server minus ours) of the last few is the nearest to the truth. Until the first message the last known offset
 * of this computer counts; after its clock was set, only what was observed since.
 */
@Service()
export class ServerClock {
  private readonly observed: number[] = [];
  private offset = offsetKept();
  /** The offset as it is told to who computes with the time: better by milliseconds with each beat it is, and no news. */
  private readonly told = signal(this.offset);
  private wallAhead: number | undefined;

  /** Milliseconds to add to this computer's clock. */
  get offsetMilliseconds(): number {
    return this.offset;
  }

  observe(serverTime: string, receivedAt = Date.now(), monotonicAt = performance.now()): void {
    const wallAhead = receivedAt - monotonicAt;
    const wasSet = Math.abs(wallAhead - (this.wallAhead ?? wallAhead)) > setAfterMilliseconds;
    this.wallAhead = wallAhead;
    if (wasSet) this.observed.length = 0;
    this.observed.push(Date.parse(serverTime) - receivedAt);
    if (this.observed.length > keptObservations) this.observed.shift();
    const offset = Math.max(...this.observed);
    if (Math.abs(offset - offsetKept()) > setAfterMilliseconds) keep('local', offsetKey, offset);
    this.offset = offset;
    if (Math.abs(offset - untracked(this.told)) > setAfterMilliseconds) this.told.set(offset);
  }

  /** Reads a signal that changes where the time was set, not with every beat: figures asked for by the day are not asked for again. */
  now(): Date {
    this.told();
    return new Date(Date.now() + this.offset);
  }
}

const offsetKey = 'clock-offset';

function offsetKept(): number {
  const kept = readKept('local', offsetKey);
  return typeof kept === 'number' ? kept : 0;
}
