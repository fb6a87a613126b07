import { e164Of } from './phone-number.js';

describe('a telephone number', () => {
  it.each([
    ['+86 755 2601 8840', null, '+8675526018840'],
    ['0086 755 2601 8840', null, '+8675526018840'],
    ['0755-2601 8840', 'CN', '+8675526018840'],
    ['8675526018840', 'CN', '+8675526018840'],
    ['（0755）2601 8840', 'CN', '+8675526018840'],
    ['+8675526018840', 'CN', '+8675526018840'],
    ['13800138000', 'CN', '+8613800138000'],
    ['493055571600', 'CN', '+493055571600'],
    ['030 55571600', 'DE', '+493055571600'],
    ['0755 2601 8840', null, undefined],
    ['42', 'CN', undefined],
    ['anonymous', 'CN', undefined],
    ['', 'CN', undefined],
    ['+', null, undefined],
    ['jdoe@example.com', 'CN', undefined],
    ['030 55571600', 'XX', undefined],
  ])('%s in %s is %s', (written, country, e164) => {
    expect(e164Of(written, country)).toBe(e164);
  });
});
