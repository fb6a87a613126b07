import { Service, signal } from '@angular/core';

/** How many of the latest observations count: a slow one is outweighed, a corrected clock is followed. */
const keptObservations = 8;

/**
 * The server's time, from what its answers and beats carry. Every message is late by its way here, so the largest
 * offset (server minus ours) of the last few is the nearest to the truth.
 */
@Service()
export class ServerClock {
  private readonly observed: number[] = [];
  private readonly offset = signal(0);

  /** Milliseconds to add to this computer's clock. */
  readonly offsetMilliseconds = this.offset.asReadonly();

  observe(serverTime: string, receivedAt = Date.now()): void {
    this.observed.push(Date.parse(serverTime) - receivedAt);
    if (this.observed.length > keptObservations) this.observed.shift();
    this.offset.set(Math.max(...this.observed));
  }

  now(): Date {
    return new Date(Date.now() + this.offset());
  }
}
