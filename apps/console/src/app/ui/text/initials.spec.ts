import { initialsOf } from './initials.js';

describe('the initials of a name', () => {
  it.each([
    ['Liu Yan', 'LY'],
    ['Anna Maria von Stein', 'AS'],
    ['陈国栋', '陈'],
    ['cher', 'C'],
    ['', ''],
  ])('%p are %p', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
