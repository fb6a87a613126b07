import { partLoader } from './load-part.js';

describe('a part of the program', () => {
  const failing = (message: string) => () => Promise.reject(new TypeError(message));

  it('that did not come is asked for by another address, again and again', async () => {
    const asked: string[] = [];
    const byAddress = (from: string) => {
      asked.push(from.replace(/\d+$/, 'n'));
      return asked.length < 2 ? Promise.reject(new TypeError(`Failed to fetch: ${from}`)) : Promise.resolve('part');
    };
    const load = partLoader(failing('Failed to fetch dynamically imported module: http://127.0.0.1/day.js'), byAddress);
    await expect(load()).rejects.toThrow('Failed');
    await expect(load()).rejects.toThrow('Failed');
    expect(await load()).toBe('part');
    expect(asked).toEqual(['http://127.0.0.1/day.js?again=n', 'http://127.0.0.1/day.js?again=n']);
  });

  it('is asked for as before where nobody says which it was', async () => {
    let tries = 0;
    const load = partLoader(() => {
      tries += 1;
      return tries < 2 ? Promise.reject(new TypeError('Importing a module script failed.')) : Promise.resolve('part');
    });
    await expect(load()).rejects.toThrow('Importing');
    expect(await load()).toBe('part');
  });
});
