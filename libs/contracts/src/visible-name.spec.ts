import { Name } from './organisation.js';
import { OpenPhoneLine } from './telephone.js';
import { OpenWallboard } from './wallboard.js';

describe('a name', () => {
  it.each(['李娜', 'Émile', '7-Eleven', '&', '😀', 'a\u200db', '\u202eabc', 'ไทย'])('may be %j', (name) => {
    expect(Name.safeParse(name).success).toBe(true);
  });
  it.each([
    '',
    ' ',
    '\u200b',
    '\u200b\u200d\ufeff',
    '\u202e',
    '\u2066\u2069',
    '\u00ad',
    '\u3164',
    '\u2800',
    '\u0301',
    '\t\u00a0',
  ])('is not %j, which shows nothing', (name) => {
    expect(Name.safeParse(name).success).toBe(false);
    expect(OpenWallboard.safeParse({ name }).error?.issues[0]?.path).toEqual(['name']);
    expect(OpenPhoneLine.safeParse({ name, departmentId: '0197f0a1-5b7c-7abc-8def-0123456789ab' }).success).toBe(false);
  });
  it('says so by a code', () => {
    expect(Name.safeParse('\u200b').error?.issues).toMatchObject([{ params: { code: 'invisible' } }]);
  });
});
