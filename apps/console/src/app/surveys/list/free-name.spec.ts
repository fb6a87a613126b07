import { freeName } from './free-name.js';

describe('the name of a new form', () => {
  const name = { en: 'After a call', zh: '通话之后' };

  it('is the one it begins with, or has the first number that is free in both languages', () => {
    expect(freeName(name, [])).toEqual(name);
    expect(freeName(name, [{ en: 'after a call', zh: '别的' }])).toEqual({ en: 'After a call 2', zh: '通话之后 2' });
    expect(freeName(name, [name, { en: 'Another', zh: '通话之后 2' }])).toEqual({
      ...{ en: 'After a call 3', zh: '通话之后 3' },
    });
  });
});
