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

  it('goes by the message that was least late', () => {
    const clock = new ServerClock();
    clock.observe(at(10_000), 7_100);
    clock.observe(at(12_000), 9_020);
    clock.observe(at(14_000), 11_900);
    expect(clock.offsetMilliseconds()).toBe(2_980);
  });

  it('follows a corrected clock after eight messages', () => {
    const clock = new ServerClock();
    clock.observe(at(50_000), 0);
    for (let n = 0; n < 8; n++) clock.observe(at(2_000 * n + 1_000), 2_000 * n);
    expect(clock.offsetMilliseconds()).toBe(1_000);
  });
});
