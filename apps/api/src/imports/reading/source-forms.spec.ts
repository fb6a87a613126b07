import {
  DurationSource,
  ImportPreset,
  MomentSource,
  ReasonSource,
  StaffSource,
  TextSource,
  YesNoSource,
} from '@forecall/contracts';
import { CellReader } from './cells.js';
import { yesNoReader } from './choice.js';
import { durationReader } from './duration.js';
import { CellFault } from './fault.js';
import { MomentReader } from './moment.js';
import { namedKeyReader, reasonReader } from './named-key.js';
import { textReader } from './text.js';

const column = 'A';

/** Readers of a file with one column. */
function reading(form: object = {}, companyZone = 'America/New_York') {
  const preset = {
    file: ImportPreset.shape.file.parse(form),
    missing: ImportPreset.shape.missing.parse([{ columns: [column], values: ['0000-00-00', '01/01/1970, 00:00'] }]),
    zone: 'Europe/Zurich',
    clockChange: 'refuse' as const,
  };
  const cells = new CellReader({ names: [column], place: new Map([[column, 0]]) }, preset);
  return { cells, moments: new MomentReader(cells, preset, companyZone) };
}

function outcome<Value>(read: () => Value): Value | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof CellFault) return error.fault.code;
    throw error;
  }
}

describe('durations', () => {
  it.each([
    ['hours', '1.1', 3960],
    ['days', '0.5', 43_200],
    ['h:m', '1:05', 3900],
    ['h:m', '1:65', 'not-a-duration'],
    ['worded', '1 h 2 min 3 s', 3723],
    ['worded', '2hrs', 7200],
    ['worded', '90 Minutes', 5400],
    ['worded', '3小时5分', 11_100],
    ['worded', '12 秒', 12],
    ['worded', '1.5 s', 'not-a-number'],
    ['worded', '3 s 2 min', 'not-a-duration'],
    ['worded', '12', 'not-a-duration'],
    ['worded', '-', 'not-a-duration'],
    ['days', '11', 'out-of-range'],
  ])('in the form %s read %s as %s', (as, text, seconds) => {
    const read = durationReader(DurationSource.parse({ column, as }), reading(), 'contact.wait');
    expect(outcome(() => read([text]))).toBe(seconds);
  });
});

describe('texts', () => {
  it.each<[source: object, cell: string, text: string]>([
    [{ split: ' - ', part: 1 }, 'Anna - Team 1 - Bern', 'Anna'],
    [{ split: ' - ', part: -1 }, 'Anna - Team 1 - Bern', 'Bern'],
    [{ split: ' - ', part: 4 }, 'Anna - Team 1 - Bern', ''],
    [{ split: '/', part: 2, case: 'upper' }, 'a/ straße ', 'STRASSE'],
    [{ case: 'lower' }, 'ÄRGER', 'ärger'],
    [{}, '=1+1', '=1+1'],
    [{}, '@cmd', '@cmd'],
    [{}, 'a\0', 'unreadable-character'],
    [{}, 'a\uD800b', 'unreadable-character'],
  ])('of %j in %s are %s', (source, cell, text) => {
    const read = textReader(TextSource.parse({ column, ...source }), reading().cells, 'contact.note');
    expect(outcome(() => read([cell]))).toBe(text);
  });

  it('name people by a part of a cell', () => {
    const source = StaffSource.parse({ column, by: 'name', split: '(', part: 1, none: ['nobody'] });
    const read = namedKeyReader(source, reading().cells, 'contact.rep');
    expect([read(['Anna Weber (17)']), read(['nobody (0)'])]).toEqual([
      { key: 'Anna Weber', name: 'Anna Weber' },
      null,
    ]);
  });

  it.each([{ split: ',' }, { part: 1 }, { split: ',', part: 0 }])('need both split and part, from 1 (%j)', (part) => {
    expect(TextSource.safeParse({ column, ...part }).success).toBe(false);
  });
});

describe('yes and no', () => {
  it.each([
    ['JA', true],
    ['nein', false],
    ['Yes', 'unknown-word'],
    ['', null],
  ])('are told in any letters: %s', (text, answer) => {
    const read = yesNoReader(YesNoSource.parse({ column, yes: ['ja'], no: ['Nein'] }), reading().cells, 'resolved');
    expect(outcome(() => read([text]))).toBe(answer);
  });
});

describe('moments', () => {
  const read = (source: object, text: string) => {
    const moment = reading().moments.moment(MomentSource.parse(source), 'contact.startedAt');
    const at = outcome(() => moment([text]));
    return typeof at === 'number' ? new Date(at).toISOString() : at;
  };

  it('are the same for all rows where the preset gives one', () => {
    expect(read({ at: '2024-12-31T12:00' }, 'x')).toBe('2024-12-31T11:00:00.000Z');
    expect(() => read({ at: '2024-02-30T12:00' }, 'x')).toThrow(
      'contact.startedAt.at: 2024-02-30T12:00 does not exist',
    );
    expect(() => read({ at: '2024-10-27T02:30:00' }, 'x')).toThrow('or twice, in Europe/Zurich');
  });

  it.each([
    ['0000-00-00', null],
    ['01/01/1970, 00:00', null],
    ['10000-01-01', 'not-a-moment'],
    // A date alone is that day of the company, here in New York.
    ['2026-03-02', '2026-03-02T05:00:00.000Z'],
    ['02/03/2026 09:05', '2026-03-02T08:05:00.000Z'],
    ['2026-02-30', 'not-a-moment'],
    ['2.3.2026', 'not-a-moment'],
  ])('in several forms, some standing for nothing: %s', (text, at) => {
    expect(read({ column, format: ['DD/MM/YYYY HH:mm', 'YYYY-MM-DD'] }, text)).toBe(at);
  });

  it.each([
    ['2026-03-02', '2026-03-02'],
    ['02/03/2026 00:05', '2026-03-02'],
    ['02/03/2026 23:55', '2026-03-02'],
    ['', null],
  ])('are on the day that their cell has: %s', (text, day) => {
    const source = MomentSource.parse({ column, format: ['DD/MM/YYYY HH:mm', 'YYYY-MM-DD'] });
    expect(reading().moments.day(source, 'staff.leftOn')([text])).toBe(day);
  });

  it('begin a day where clocks change at midnight', () => {
    const { moments } = reading({}, 'America/Santiago');
    const source = MomentSource.parse({ date: { column, format: 'YYYY-MM-DD' } });
    expect(moments.moment(source, 'account.since')(['2026-09-06'])).toBe(Date.parse('2026-09-06T01:00-03:00'));
  });
});

describe('reasons', () => {
  it.each([
    [undefined, 'Billing > Invoice', ['Billing > Invoice']],
    [' > ', 'Billing > Invoice', ['Billing', 'Invoice']],
    ['>', 'Billing >  Invoice > Copy', ['Billing', 'Invoice', 'Copy']],
    ['>', 'Billing', ['Billing']],
    // What stands deeper than reasons go stays together.
    ['>', 'A>B>C>D', ['A', 'B', 'C>D']],
    ['>', 'A>>C', ['A']],
    ['>', '-', null],
    ['>', '', null],
  ])('parted by %p, %p is %j', (split, cell, path) => {
    const source = ReasonSource.parse({ columns: [column], none: ['-'], ...(split && { split }) });
    expect(outcome(() => reasonReader(source, reading().cells, 'reason')([cell]))).toEqual(path);
  });

  it('are parted in one column only', () => {
    expect(ReasonSource.safeParse({ columns: ['A', 'B'], split: '>' }).success).toBe(false);
  });
});
