import { standingOf } from './training-standing.js';

describe('how an account stands in its training', () => {
  it.each([
    ['wanted', { isWanted: true, lastHeldOn: '2025-11-29' }, false],
    ['up-to-date', { isWanted: false, lastHeldOn: '2025-11-30' }, false],
    ['up-to-date', { isWanted: false, lastHeldOn: '2026-01-10' }, true],
    ['planned', { isWanted: false, lastHeldOn: null }, true],
    ['planned', { isWanted: false, lastHeldOn: '2025-11-29' }, true],
    ['no-key-account', { isWanted: false, lastHeldOn: null }, false],
    ['no-key-account', { isWanted: false, lastHeldOn: '2024-05-01' }, false],
  ] as const)('%s: %j, planned %s', (standing, told, isPlanned) => {
    expect(standingOf(told, isPlanned, '2026-11-29')).toBe(standing);
  });
});
