import { computed } from '@angular/core';
import { connectionState, shouldReopen } from './connection.js';
import { ServerClock } from './server-clock.js';

describe('the connection', () => {
  it.each([
    [0, false, 'connecting'],
    [4_999, false, 'connecting'],
    [5_000, false, 'reconnecting'],
    [0, true, 'live'],
    [4_999, true, 'live'],
    [5_000, true, 'reconnecting'],
    [29_999, true, 'reconnecting'],
    [30_000, true, 'offline'],
    [30_000, false, 'offline'],
  ])('%p ms after its last beat (beaten: %p) is %s', (age, hasBeaten, state) => {
    expect(connectionState(age, hasBeaten)).toBe(state);
  });

  it('is opened anew after 10 s of silence, and each try gets 10 s', () => {
    expect(shouldReopen(9_999, 60_000)).toBe(false);
    expect(shouldReopen(10_000, 60_000)).toBe(true);
    expect(shouldReopen(14_000, 4_000)).toBe(false);
    expect(shouldReopen(20_000, 10_000)).toBe(true);
  });
});

describe('the clock of the server', () => {
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  /** A message of the server's time; the computer's clock is `ahead` of its own count of time since it was set. */
  const hear = (clock: ServerClock, server: number, received: number, ahead = 0) =>
    clock.observe(at(server), received, received - ahead);
  const hour = 3_600_000;

  beforeEach(() => localStorage.clear());

  it('goes by the message that was least late', () => {
    const clock = new ServerClock();
    hear(clock, 10_000, 7_100);
    hear(clock, 12_000, 9_020);
    hear(clock, 14_000, 11_900);
    expect(clock.offsetMilliseconds).toBe(2_980);
  });

  it('follows a server whose clock was corrected after eight messages', () => {
    const clock = new ServerClock();
    hear(clock, 50_000, 0);
    for (let n = 0; n < 8; n++) hear(clock, 2_000 * n + 1_000, 2_000 * n);
    expect(clock.offsetMilliseconds).toBe(1_000);
  });

  it.each([3 * hour, -3 * hour])('follows this computer’s clock at once where it is set by %i ms', (set) => {
    const clock = new ServerClock();
    for (let n = 0; n < 8; n++) hear(clock, 2_000 * n, 2_000 * n);
    hear(clock, 16_000, 16_000 + set, set);
    expect(clock.offsetMilliseconds).toBe(-set);
  });

  it('is known from the page before, until the server is heard', () => {
    hear(new ServerClock(), 5 * hour, 2 * hour);
    const clock = new ServerClock();
    expect(clock.offsetMilliseconds).toBe(3 * hour);
    expect(Math.abs(clock.now().getTime() - Date.now() - 3 * hour)).toBeLessThan(1_000);
    hear(clock, 2 * hour, 2 * hour);
    expect(clock.offsetMilliseconds).toBe(0);
    expect(new ServerClock().offsetMilliseconds).toBe(0);
  });

  it('is no news to who computes with it while it becomes better by a part of a second', () => {
    const clock = new ServerClock();
    let times = 0;
    const reading = computed(() => {
      times += 1;
      return clock.now();
    });
    for (const late of [400, 90, 15, 3]) {
      hear(clock, 10_000, 10_000 + late);
      reading();
    }
    expect(times).toBe(1);
    hear(clock, 10_000 + hour, 10_000);
    reading();
    expect(times).toBe(2);
  });
});
