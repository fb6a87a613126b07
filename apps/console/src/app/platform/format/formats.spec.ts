import { formatAgo, formatOld } from './age.js';
import { explainUnderLimit, formatAxisCount, formatCount, formatCountOver, formatMoney } from './count.js';
import { formatCallClock, formatDuration, formatMeanSeconds } from './duration.js';
import * as moment from './moment.js';
import { formatInterval, formatPoints, formatRate, rateDigits } from './rate.js';

describe('a rate', () => {
  it.each([
    [31 / 548, '5.7%'],
    [0, '0.0%'],
    [1, '100.0%'],
    [0.0575, '5.8%'],
    [0.001, '0.1%'],
    [0.0009, '0.09%'],
    [0.0004, '0.04%'],
    [-0.234, '−23.4%'],
    [-0.00001, '0.00%'],
    [null, '–'],
  ])('%p is shown as %s', (share, shown) => expect(formatRate(share)).toBe(shown));

  it('can stand without its sign, where the unit is drawn smaller', () => expect(rateDigits(0.057)).toBe('5.7'));

  it('has an interval with one percent sign', () => {
    expect(formatInterval(0.0401, 0.0789)).toBe('4.0–7.9%');
    expect(formatInterval(0.00012, 0.0006)).toBe('0.01–0.06%');
  });

  it.each([
    [0.035, '+3.5 pp', '+3.5 个百分点'],
    [-0.003, '−0.3 pp', '−0.3 个百分点'],
    [0, '±0.0 pp', '±0.0 个百分点'],
    [-0.0002, '±0.0 pp', '±0.0 个百分点'],
    [null, '–', '–'],
  ])('differs from another by %p in points', (difference, english, chinese) => {
    expect(formatPoints(difference, 'en')).toBe(english);
    expect(formatPoints(difference, 'zh')).toBe(chinese);
  });
});

describe('a count', () => {
  it('has its thousands parted', () => expect(formatCount(3356)).toBe('3,356'));
  it('stands over what it was counted in', () => expect(formatCountOver(31, 1548)).toBe('31 / 1,548'));
  it('that is not known is a dash', () => expect(formatCount(null)).toBe('–'));

  it.each([
    [999_999, '999,999', '999,999'],
    [1_240_000, '1.24 M', '124 万'],
    [12_400_000, '12.4 M', '1,240 万'],
    [124_000_000, '124 M', '1.24 亿'],
  ])('of %p is short on an axis', (count, english, chinese) => {
    expect(formatAxisCount(count, 'en')).toBe(english);
    expect(formatAxisCount(count, 'zh')).toBe(chinese);
  });

  it('of money names the currency', () => {
    expect(formatMoney(48600, 'CNY', 'en')).toBe('CNY 48,600.00');
    expect(formatMoney(48600, 'CNY', 'zh')).toBe('48,600.00 元');
    expect(formatMoney(48600, 'CNY', 'zh', 'whole')).toBe('48,600 元');
    expect(formatMoney(10, 'USD', 'zh')).toBe('USD 10.00');
  });
});

describe('a value at its limit', () => {
  it('that rounds up to the limit says that it is under it', () => {
    expect(explainUnderLimit(79.96, 80, 1, 'en')).toBe('79.96, shown as 80.0, is under 80');
    expect(explainUnderLimit(79.96, 80, 1, 'zh')).toBe('79.96，显示为 80.0，低于 80');
    expect(explainUnderLimit(79.9996, 80, 1, 'en')).toBe('79.9996, shown as 80.0, is under 80');
  });

  it('needs no word when it is reached or visibly missed', () => {
    expect(explainUnderLimit(80, 80, 1, 'en')).toBeNull();
    expect(explainUnderLimit(79.94, 80, 1, 'en')).toBeNull();
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 s', '0 秒'],
    [59.9, '59 s', '59 秒'],
    [18 * 60, '18 min', '18 分钟'],
    [2 * 3600, '2 h', '2 小时'],
    [2 * 3600 + 30 * 60, '2 h 30', '2 小时 30 分'],
    [2 * 3600 + 5 * 60, '2 h 05', '2 小时 05 分'],
    [26 * 3600, '26 h', '26 小时'],
    [3 * 86_400 + 7000, '3 d', '3 天'],
    [null, '–', '–'],
  ])('of %p s', (seconds, english, chinese) => {
    expect(formatDuration(seconds, 'en')).toBe(english);
    expect(formatDuration(seconds, 'zh')).toBe(chinese);
  });

  it('runs as a clock during a call', () => {
    expect(formatCallClock(222)).toBe('03:42');
    expect(formatCallClock(3822)).toBe('1:03:42');
  });

  it('that is a mean keeps tenths of seconds', () => {
    expect(formatMeanSeconds(9.43, 'en')).toBe('9.4 s');
    expect(formatMeanSeconds(59.97, 'en')).toBe('1 min');
    expect(formatMeanSeconds(222.4, 'en')).toBe('3 min 42');
    expect(formatMeanSeconds(222.4, 'zh')).toBe('3 分钟 42 秒');
  });

  it('since something came is its age', () => {
    expect(formatAgo(1, 'en')).toBe('1 s ago');
    expect(formatAgo(1, 'zh')).toBe('1 秒前');
    expect(formatOld(240, 'en')).toBe('4 min old');
  });
});

describe('a moment', () => {
  const zone = 'Asia/Shanghai';
  const now = '2026-11-23T06:30:00Z';
  const friday = '2026-11-20T07:52:09Z';

  it('is told by the clock of the organisation', () => {
    expect(moment.formatTime(friday, zone)).toBe('15:52');
    expect(moment.formatTime(friday, 'Europe/Berlin')).toBe('08:52');
    expect(moment.formatTimeWithSeconds(friday, zone)).toBe('15:52:09');
    expect(moment.formatTime('2026-11-19T16:00:00Z', zone)).toBe('00:00');
  });

  it('has its weekday this year and its year in another', () => {
    expect(moment.formatDate(friday, zone, 'en', now)).toBe('Fri 20 Nov');
    expect(moment.formatDate(friday, zone, 'zh', now)).toBe('11月20日 周五');
    expect(moment.formatDate('2025-11-20T07:52:00Z', zone, 'en', now)).toBe('20 Nov 2025');
    expect(moment.formatDate('2025-11-20T07:52:00Z', zone, 'zh', now)).toBe('2025年11月20日');
  });

  it('that is a whole day stays that day in every zone', () => {
    expect(moment.formatDay('2026-11-20', zone, 'en', now)).toBe('Fri 20 Nov');
    expect(moment.formatDay('2026-11-20', 'America/Los_Angeles', 'zh', now)).toBe('11月20日 周五');
    expect(moment.formatDay('2025-12-31', zone, 'en', now)).toBe('31 Dec 2025');
  });

  it('falls on the day that the wall of its zone shows', () => {
    expect(moment.dayIn('2026-11-22T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-23');
    expect(moment.dayIn('2026-11-22T16:00:00Z', 'UTC')).toBe('2026-11-22');
  });

  it('belongs to the year of the zone, not of UTC', () => {
    expect(moment.formatDate('2025-12-31T17:00:00Z', zone, 'en', now)).toBe('Thu 1 Jan');
  });

  it('of today says so', () => {
    expect(moment.formatDayTime(now, zone, 'en', now)).toBe('today 14:30');
    expect(moment.formatDayTime(now, zone, 'zh', now)).toBe('今天 14:30');
    expect(moment.formatDayTime(friday, zone, 'en', now)).toBe('Fri 20 Nov, 15:52');
    expect(moment.formatDayTime(friday, zone, 'zh', now)).toBe('11月20日 周五 15:52');
  });

  it.each([
    ['2026-11-20T07:52:00Z', 'Fri 20 Nov, 15:52', '11月20日 周五 15:52'],
    ['2026-11-20T16:00:00Z', 'Fri 20 Nov', '11月20日 周五'],
    ['2026-11-23T16:00:00Z', 'today', '今天'],
    ['2026-11-22T16:00:00Z', 'Sun 22 Nov', '11月22日 周日'],
  ])('is due at %s, at midnight all of the day before', (due, english, chinese) => {
    expect(moment.formatDue(due, zone, 'en', now)).toBe(english);
    expect(moment.formatDue(due, zone, 'zh', now)).toBe(chinese);
  });

  it('that ends a period ends its day at 24:00', () => {
    const midnight = moment.formatEndDateTime('2026-11-20T16:00:00Z', 'Asia/Shanghai', 'en', now);
    expect(midnight).toBe('Fri 20 Nov, 24:00');
    expect(moment.formatEndDateTime('2026-11-20T16:00:00Z', 'Asia/Shanghai', 'zh', now)).toBe('11月20日 周五 24:00');
    expect(moment.formatEndTime('2026-11-20T15:58:00Z', 'Asia/Shanghai')).toBe('23:58');
  });

  it('lies in an ISO week with its ISO year', () => {
    expect(moment.formatWeek(now, zone, 'en')).toBe('week 48');
    expect(moment.formatWeek(now, zone, 'zh')).toBe('第 48 周');
    expect(moment.exportWeek(now, zone)).toBe('2026-W48');
    expect(moment.exportWeek('2027-01-03T12:00:00Z', zone)).toBe('2026-W53');
    expect(moment.exportWeek('2025-12-29T12:00:00Z', zone)).toBe('2026-W01');
  });
});
