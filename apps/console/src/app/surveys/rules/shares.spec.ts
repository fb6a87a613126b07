import { SetSurveyRules } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { areSame, type Share, shareFaults } from './shares.js';

const [care, billing] = [uuid(), uuid()];
const share = (channel: Share['channel'], departmentId: string | null, percent = 50): Share => ({
  ...{ channel, departmentId, percent },
});

describe('shares of a channel and department', () => {
  it.each([
    ['right ones', [share('phone', null), share('phone', care), share(null, care), share(null, billing, 0)], []],
    ['one of everything', [share(null, null)], ['shares.0.channel share-of-all']],
    [
      'the same twice',
      [share('chat', care, 10), share(null, care), share('chat', care)],
      ['shares.2.channel share-twice'],
    ],
  ])('are judged as the server does: %s', (_, shares, expected) => {
    const told = {
      ...{ isOn: false, minDays: 30, quietFrom: '20:00', quietTo: '08:00', reminderDays: 3, expiryDays: 14 },
      ...{ changeHours: 48, contactPercent: 100, complaintPercent: 100, contactFormId: null, complaintFormId: null },
      ...{ revision: 1, shares },
    };
    const server = SetSurveyRules.safeParse(told).error?.issues ?? [];
    expect(
      server.map((issue) => `${issue.path.join('.')} ${(issue as { params?: { code?: string } }).params?.code}`),
    ).toEqual(expected);
    expect(shareFaults(shares).flatMap((code, n) => (code ? [`shares.${n}.channel ${code}`] : []))).toEqual(expected);
  });

  it('are whole percents', () => {
    expect(
      shareFaults([share('phone', null, Number.NaN), share('chat', null, 101), share('visit', null, 1.5)]),
    ).toEqual([...['not-percent', 'not-percent', 'not-percent']]);
  });

  it('are the same by what they say', () => {
    expect(areSame([share('phone', care)], [share('phone', care)])).toBe(true);
    expect(areSame([share('phone', care)], [share('phone', care, 51)])).toBe(false);
    expect(areSame([share('phone', care)], [])).toBe(false);
  });
});
