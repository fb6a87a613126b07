import { Gathered } from './gathered.js';

describe('a gathered read', () => {
  /** A table whose reads wait until told to go on. */
  function aTable(rows: Record<string, string>) {
    const reads: string[][] = [];
    const waiting: (() => void)[] = [];
    const gathered = new Gathered(async (keys) => {
      reads.push([...keys]);
      const seen = new Map(Object.entries(rows));
      await new Promise<void>((resolve) => waiting.push(resolve));
      return seen;
    });
    const goOn = async () => {
      while (waiting.length === 0) await new Promise(setImmediate);
      waiting.shift()!();
    };
    return { rows, reads, gathered, goOn };
  }

  it('asks once for all that come together, and each key once', async () => {
    const { gathered, reads, goOn } = aTable({ a: 'A', b: 'B' });
    const answers = ['a', 'b', 'a', 'none'].map((key) => gathered.get(key));
    await goOn();
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'A', undefined]);
    expect(reads).toEqual([['a', 'b', 'none']]);
  });

  it('never answers by a read that began before the question', async () => {
    const { gathered, rows, goOn, reads } = aTable({ a: 'before' });
    const first = gathered.get('a');
    while (reads.length === 0) await new Promise(setImmediate);
    rows['a'] = 'after';
    const second = gathered.get('a');
    await goOn();
    await goOn();
    expect([await first, await second]).toEqual(['before', 'after']);
  });

  it('fails those who asked, and reads for the next', async () => {
    let isBroken = true;
    const gathered = new Gathered<string>(async () => {
      if (isBroken) throw new Error('away');
      return new Map([['a', 'A']]);
    });
    await expect(Promise.all([gathered.get('a'), gathered.get('b')])).rejects.toThrow('away');
    isBroken = false;
    expect(await gathered.get('a')).toBe('A');
  });
});
