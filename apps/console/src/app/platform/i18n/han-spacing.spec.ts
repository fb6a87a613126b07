import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { putIn } from './han-spacing.js';
import { Texts } from './texts.js';

describe('a Chinese text with its values', () => {
  it.each([
    [
      '关于{{ customer }}，{{ time }}',
      { customer: 'Ana Anderson', time: '今天 16:47' },
      '关于 Ana Anderson，今天 16:47',
    ],
    ['关于{{ customer }}，{{ time }}', { customer: '杜永康', time: '今天 16:29' }, '关于杜永康，今天 16:29'],
    ['{{ name }}的考评', { name: 'Mary Osei' }, 'Mary Osei 的考评'],
    ['由 {{ name }} 负责', { name: 'Mary Osei' }, '由 Mary Osei 负责'],
    ['应于{{ due }}兑现', { due: '11月3日 周二' }, '应于 11月3日 周二兑现'],
    ['按平时{{ rate }}很常见', { rate: '86.0%' }, '按平时 86.0% 很常见'],
    ['{{ unit }}{{ name }}', { unit: '账务', name: 'B2' }, '账务 B2'],
  ])('%s has one space between Han and Latin', (text, values, said) => expect(putIn(text, values)).toBe(said));

  it('has no space inside a date', () => {
    expect(putIn('{{ year }}年{{ month }}', { year: 2026, month: '11月' })).toBe('2026年11月');
  });

  it('is what is said of a key, and English stays as it is', async () => {
    TestBed.configureTestingModule({
      providers: [provideTextsForTest({ en: { of: '{{ name }}’s' }, zh: { of: '{{ name }}的' } })],
    });
    const texts = TestBed.inject(Texts);
    await texts.use('en');
    expect(texts.say('of', { name: '刘燕' })).toBe('刘燕’s');
    await texts.use('zh');
    expect(texts.say('of', { name: 'Liu Yan' })).toBe('Liu Yan 的');
  });
});
