import { pinyinOf } from './pinyin.js';

describe('the pinyin of a name', () => {
  it.each([
    ['陈国栋', 'chen guo dong', 'cgd'],
    // As surnames these are not read as the same characters are elsewhere.
    ['单雄信', 'shan xiong xin', 'sxx'],
    ['曾丽', 'zeng li', 'zl'],
    ['欧阳娜娜', 'ou yang na na', 'oynn'],
    ['Chen Guodong', '', ''],
    ['吕 Lü', 'lv', 'l'],
  ])('%s is %s', (name, syllables, initials) => {
    expect(pinyinOf(name, { person: true })).toEqual({ pinyin: syllables, pinyinInitials: initials });
  });

  it('reads words, not characters, in the name of a company', () => {
    expect(pinyinOf('重庆银行').pinyin).toBe('chong qing yin hang');
  });
});
