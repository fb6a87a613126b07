import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import type { Translation } from '@jsverse/transloco';
import type { AlarmFactor, BoardAlarm } from '@forecall/contracts';
import { Texts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { provideTextsForTest } from '../../testing/texts.js';
import { AlarmWords } from './alarm-words.js';

const textsIn = (language: string) =>
  JSON.parse(
    readFileSync(join(process.cwd(), `apps/console/public/i18n/alarms/${language}.json`), 'utf8'),
  ) as Translation;

const twice: AlarmFactor = {
  ...{ dimension: 'reason', key: 'r', name: { en: 'Charged twice', zh: '重复扣款' } },
  ...{ complaints: 39, expected: 2, share: 1 },
  within: { dimension: 'channel', key: 'email', name: null, complaints: 34 },
};
const alarm: BoardAlarm = {
  ...{ id: 'a', state: 'open', raisedAt: '2026-11-23T05:28:00.000Z', since: '2026-11-23T04:15:00.000Z' },
  ...{ until: '2026-11-23T06:30:00.000Z', contacts: 1057, complaints: 56, expected: 22.2, usual: 0.021 },
  ...{ falseAlarmDays: 31, ebbedAt: null, factors: [twice], takenBy: null, takenAt: null },
};

describe('the words of an alarm', () => {
  let words: AlarmWords;
  let texts: Texts;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideTextsForTest({ 'alarms/en': textsIn('en'), 'alarms/zh': textsIn('zh'), en: {}, zh: {} }),
        { provide: ServerClock, useValue: { now: () => new Date('2026-11-23T06:30:00Z') } },
      ],
    });
    words = TestBed.inject(AlarmWords);
    texts = TestBed.inject(Texts);
  });
  const speak = async (locale: 'en' | 'zh') => {
    await texts.need('alarms');
    await texts.use(locale);
  };

  it('say since when, how many, and what most of it has in common', async () => {
    await speak('en');
    expect(words.heading(alarm, 'Billing')).toMatch(
      /^Billing: more complaints than chance allows, rising since about \d\d:15$/,
    );
    expect(words.said(alarm)).toBe(
      '56 complaints in 1,057 contacts; the usual level would give about 22. 39 are “Charged twice”, 34 of them by e-mail.',
    );
    expect(words.said({ ...alarm, factors: [] })).toMatch(/about 22\.$/);
    expect(words.explains(alarm, 'Asia/Shanghai')).toBe('“Charged twice” is 39 of 56 since 12:15');
  });

  it('are of one where there is one, and name the day where it is another', async () => {
    await speak('en');
    const one = { ...alarm, complaints: 1, expected: 0.04, factors: [{ ...twice, complaints: 1, within: null }] };
    expect(words.said(one)).toBe(
      '1 complaint in 1,057 contacts; the usual level would give about 0.04. 1 is “Charged twice”.',
    );
    expect(words.at('2026-11-20T04:15:00.000Z', 'Asia/Shanghai')).toBe('Fri 20 Nov, 12:15');
  });

  it('are Chinese with its own stops', async () => {
    await speak('zh');
    expect(words.said(alarm)).toBe(
      '1,057 次联络中 56 宗投诉；平时水平下约 22 宗。39 宗为“重复扣款”，其中 34 宗来自邮件。',
    );
  });

  it('say who has it', async () => {
    await speak('en');
    expect(words.whose(alarm)).toBe('Nobody has taken it yet.');
    const taken = { takenBy: { id: 's', name: 'Zhao Min' }, takenAt: '2026-11-23T05:40:00.000Z' };
    expect(words.whose(taken, 'Asia/Shanghai')).toBe('Zhao Min has it since 13:40.');
  });

  it('name a product by itself', () =>
    expect(words.nameOf({ dimension: 'attribute:product', key: 'FX-200', name: null })).toBe('FX-200'));
});
