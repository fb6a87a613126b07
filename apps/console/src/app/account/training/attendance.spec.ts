import { attendanceTold, attendingOf } from './attendance.js';

const [ava, ben, cai] = ['Ava', 'Ben', 'Cai'].map((name, nth) => ({ id: String(nth), name, nameZh: null }));

describe('who attends a session', () => {
  const attendance = [
    { person: ava!, isPresent: true, score: 4, feedback: 'Short' },
    { person: cai!, isPresent: null, score: null, feedback: '' },
  ];
  const all = attendingOf([ava!, ben!], attendance, [ben!]);

  it('is anybody who is there, and who attended and has left since', () => {
    expect(all.map(({ person, isAsked, came, isUntaught }) => [person.name, isAsked, came, isUntaught])).toEqual([
      ['Ava', true, 'yes', false],
      ['Ben', false, '', true],
      ['Cai', true, '', false],
    ]);
  });

  it('is told as it was read; of a session ahead nobody came, and who did not come says nothing', () => {
    const told = (isAhead: boolean, rows = all) => attendanceTold(rows, isAhead);
    expect(told(false)).toEqual([
      { personId: '0', isPresent: true, score: 4, feedback: 'Short' },
      { personId: '2', isPresent: null, score: null, feedback: '' },
    ]);
    expect(told(true)[0]).toEqual({ personId: '0', isPresent: null, score: null, feedback: '' });
    expect(told(false, [{ ...all[0]!, came: 'no' }])).toEqual([
      { personId: '0', isPresent: false, score: null, feedback: '' },
    ]);
  });
});
