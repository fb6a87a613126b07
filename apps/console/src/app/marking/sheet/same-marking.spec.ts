import { emptyEntry, isSame } from './same-marking.js';

describe('two markings', () => {
  const evidence = [{ id: 'e', item: null, seconds: 4, text: 'Asks first', link: '' }];

  it('are the same whatever the order of their names, with more beside them and another time', () => {
    const one = { ...emptyEntry, marks: { a: 5, b: 'not-applicable' as const }, evidence };
    const other = { ...emptyEntry, marks: { b: 'not-applicable' as const, a: 5 }, evidence, revision: 3, seconds: 9 };
    expect(isSame(one, other)).toBe(true);
  });

  it('differ in a mark, a note, or evidence', () => {
    const one = { ...emptyEntry, marks: { a: 5 } };
    for (const change of [{ marks: { a: 4 } }, { notes: { a: 'x' } }, { evidence }])
      expect(isSame(one, { ...one, ...change })).toBe(false);
  });
});
