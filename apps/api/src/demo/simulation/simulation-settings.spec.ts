import { readSettings, WrongSettings } from './simulation-settings.js';

describe('the settings of a simulation', () => {
  it('are a speed, a length, a place and a seed, all of them bounded', () => {
    expect(readSettings([], {}, 5)).toEqual({ speed: 60, minutes: 10, url: 'http://127.0.0.1:3000', seed: 5 });
    expect(
      readSettings(['--speed', '5', '--minutes', '0.5', '--seed', '7', '--url', 'http://localhost:1'], {}),
    ).toEqual({
      ...{ speed: 5, minutes: 0.5, seed: 7, url: 'http://localhost:1' },
    });
    for (const wrong of [
      ['--speed', '0'],
      ['--speed', '1e9'],
      ['--minutes', '-1'],
      ['--minutes', '2000'],
      ['--at', '25:00'],
      ['--at', 'noon'],
      ['--url', 'here'],
      ['x'],
      ['--fast'],
    ])
      expect(() => readSettings(wrong, {})).toThrow(WrongSettings);
  });

  it('are another course of events each time, unless one is named', () => {
    const seeds = Array.from({ length: 5 }, () => readSettings([], {})?.seed);
    expect(new Set(seeds).size).toBeGreaterThan(1);
    expect(readSettings(['--seed', '7'], {}, 5)?.seed).toBe(7);
  });

  it('go to the start that is at work in this folder, if not told otherwise', () => {
    const environment = { FORECALL_URL: 'http://127.0.0.1:3777' };
    expect(readSettings([], environment)?.url).toBe('http://127.0.0.1:3777');
    expect(readSettings(['--url', 'http://127.0.0.1:1'], environment)?.url).toBe('http://127.0.0.1:1');
  });

  it('name the department in trouble in either language', () => {
    expect(readSettings(['--trouble', 'field SERVICE'], {})?.trouble).toBe('Field service');
    expect(readSettings(['--trouble', '账务'], {})?.trouble).toBe('Billing');
    expect(() => readSettings(['--trouble', 'Kitchen'], {})).toThrow('--trouble: is no department of the demo');
  });
});
