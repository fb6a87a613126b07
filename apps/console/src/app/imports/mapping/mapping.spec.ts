import { type ImportColumn, type ImportDetection, ImportPreset } from '@forecall/contracts';
import { attributesOf, withAttribute } from './attributes-of.js';
import { blankWordsOf, withBlankWords } from './blank-words.js';
import { blankDefinition, fittedTo, saidOf, sourceFrom, unknownColumn } from './defaults.js';
import { columnsNamed, put, type Definition } from './definition.js';
import {
  betweensOf,
  conditionOf,
  hasUnshown,
  keeperOf,
  whenOf,
  withoutPart,
  withPart,
  withUnitAsNeeded,
} from './parts.js';
import { placedFaults, presetFaults, targetOfFault } from './preset-faults.js';
import { linesIn } from './rules/lines-in.js';
import { isShown } from './shown.js';
import { pathOf, sourceOf, targetById, targets, targetsOf, withSource, type Target } from './targets.js';

const target = (id: string): Target => {
  const found = targetById(id);
  if (!found) throw new Error(`There is no field ${id}`);
  return found;
};
const column = (name: string, more: Partial<ImportColumn> = {}): ImportColumn => ({ ...unknownColumn(name), ...more });

const columns = [
  column('Ende', { kind: 'moment', momentFormats: ['D.M.YYYY H:mm'] }),
  column('Tag', { kind: 'moment', momentFormats: ['D.M.YYYY'] }),
  column('Dauer', { kind: 'duration', durationForms: ['m:s', 'h:m'] }),
  column('Kanal', {
    kind: 'words',
    words: [
      { word: 'Phone', count: 7 },
      { word: 'Fax?', count: 1 },
    ],
  }),
  column('Note', {
    kind: 'number',
    words: [
      { word: '0', count: 3 },
      { word: '5', count: 2 },
    ],
  }),
  column('Wer', { kind: 'words' }),
];
const detection: ImportDetection = {
  ...{ format: 'csv', encoding: { name: 'gb18030', sureness: 'likely', suspected: null }, delimiter: ';', quote: '"' },
  ...{ sheets: [], sheet: null, skipLines: 0, hasHeader: true, decimal: ',', thousands: null, missing: ['n/a'] },
  ...{ rows: 8, isWhole: true, columns },
};
const named = (name: string): ImportColumn => columns.find((one) => one.name === name) ?? unknownColumn(name);
const hold = (definition: Definition, id: string, name: string): Definition =>
  withSource(definition, target(id), sourceFrom(target(id), named(name)));

/** A preset with what the form shows and what it does not. */
const written: Definition = {
  ...{
    name: 'mine',
    title: 'Mine',
    source: 'mine',
    zone: 'Asia/Shanghai',
    unit: { department: 'A', team: { column: 'Team' } },
  },
  missing: [
    { columns: ['Wait', 'Stars'], values: ['0'] },
    { columns: ['Talk'], when: { Answered: 'no' } },
  ],
  contact: {
    startedAt: { date: { column: 'Day', format: 'D.M.YYYY' }, time: { column: 'Hour', format: 'H:mm' } },
    channel: 'phone',
    outcome: { rules: [{ when: { Answered: 'yes' }, is: 'handled' }], otherwise: 'abandoned-in-queue' },
    wait: { from: { column: 'A', format: 'H:mm' }, to: { column: 'B', format: 'H:mm' } },
    rep: { column: 'Agent', by: 'name', none: ['NOBODY'] },
  },
  answers: [
    { kind: 'nps', scale: 11, score: { column: 'Rec' } },
    { kind: 'csat', scale: 5, score: { column: 'Stars' } },
  ],
  complaint: { when: { Angry: ['yes', 'very'] }, steps: [{ step: 'closed', at: 'receipt' }] },
};

describe('the form of a preset', () => {
  it('makes one of what the file tells, and the server would take it', () => {
    const blank = blankDefinition(detection, 'Europe/Zurich', 'Anrufe Mai.csv');
    const missing = [...placedFaults(blank).byTarget].filter(([, { kind }]) => kind === 'missing').map(([id]) => id);
    expect(missing).toEqual(['unit.department', 'unit.team', 'contact.startedAt']);
    expect(placedFaults(blank).others).toEqual([]);
    const units = put(put(blank, ['unit', 'department'], 'Service'), ['unit', 'team'], 'One');
    let made = hold(hold(hold(units, 'contact.endedAt', 'Ende'), 'contact.talk', 'Dauer'), 'contact.channel', 'Kanal');
    made = hold(hold(made, 'contact.rep', 'Wer'), 'answers.csat', 'Note');
    expect(ImportPreset.safeParse(made).error?.issues ?? []).toEqual([]);
    expect(made).toMatchObject({
      ...{ name: 'anrufe-mai', file: { delimiter: ';', encoding: 'gb18030', decimal: ',', missing: ['n/a'] } },
      contact: {
        endedAt: { column: 'Ende', format: 'D.M.YYYY H:mm' },
        talk: { column: 'Dauer', as: 'm:s' },
        channel: { column: 'Kanal', words: { Phone: 'phone' } },
        rep: { column: 'Wer', by: 'name' },
      },
      answers: [{ kind: 'csat', scale: 5, score: { column: 'Note' } }],
    });
    expect(sourceFrom(target('contact.startedAt'), named('Tag'))).toEqual({
      date: { column: 'Tag', format: 'D.M.YYYY' },
    });
  });

  it('gives back what it was given, field for field', () => {
    for (const one of targets) {
      const source = sourceOf(written, one);
      if (source !== undefined) expect(withSource(written, one, source)).toEqual(written);
    }
  });

  it('changes one field, and leaves alone what it has no fields for', () => {
    expect(isShown('choice', sourceOf(written, target('contact.outcome')))).toBe(false);
    expect(isShown('duration', sourceOf(written, target('contact.wait')))).toBe(false);
    expect(isShown('moment', sourceOf(written, target('contact.startedAt')))).toBe(true);
    const changed = withSource(written, target('answers.csat'), { kind: 'csat', scale: 11, score: { column: 'S' } });
    expect(changed).toEqual({
      ...written,
      answers: [
        { kind: 'nps', scale: 11, score: { column: 'Rec' } },
        { kind: 'csat', scale: 11, score: { column: 'S' } },
      ],
    });
    expect(withSource(changed, target('answers.nps'), undefined)['answers']).toHaveLength(1);
    expect(pathOf(written, target('answers.ces'))).toEqual(['answers', 2]);
  });

  it('knows which column a field belongs to, and every column that a preset speaks of', () => {
    expect(targetsOf(written, 'Agent').map(({ id }) => id)).toEqual(['contact.rep']);
    expect(targetsOf(written, 'Day').map(({ id }) => id)).toEqual(['contact.startedAt']);
    expect(targetsOf(written, 'Hour')).toEqual([]);
    expect(columnsNamed(written)).toEqual(
      expect.arrayContaining(['Team', 'Wait', 'Stars', 'Answered', 'Day', 'Hour', 'A', 'B', 'Agent', 'Rec', 'Angry']),
    );
  });

  it('says which words mean nothing in a column, beside the rules with conditions', () => {
    expect(blankWordsOf(written, 'Stars')).toEqual(['0']);
    expect(blankWordsOf(written, 'Talk')).toEqual([]);
    const shared = withBlankWords(written, 'Talk', ['0']);
    expect(shared['missing']).toEqual([
      { columns: ['Wait', 'Stars', 'Talk'], values: ['0'] },
      { columns: ['Talk'], when: { Answered: 'no' } },
    ]);
    const apart = withBlankWords(shared, 'Stars', ['9']);
    expect(blankWordsOf(apart, 'Stars')).toEqual(['9']);
    expect(blankWordsOf(apart, 'Wait')).toEqual(['0']);
    expect(withBlankWords(withBlankWords({}, 'A', ['0']), 'A', [])).toEqual({});
  });

  it('switches parts of a row off and on again without losing what was said of them', () => {
    const { definition, parked } = withoutPart(written, 'complaint');
    expect(definition).not.toHaveProperty('complaint');
    expect(withPart(definition, 'complaint', { complaint: parked })).toEqual(written);
  });

  it('tells a date with its time of day where one column has times alone', () => {
    const clock = column('Uhr', { kind: 'moment', momentFormats: ['H:mm'] });
    expect(sourceFrom(target('contact.startedAt'), named('Tag'), [...columns, clock])).toEqual({
      date: { column: 'Tag', format: 'D.M.YYYY' },
      time: { column: 'Uhr', format: 'H:mm' },
    });
    const two = [...columns, clock, { ...clock, name: 'Bis' }];
    expect(sourceFrom(target('contact.startedAt'), named('Tag'), two)).not.toHaveProperty('time');
  });

  it('says whether there is more than it shows, and which attributes are times between columns', () => {
    expect([hasUnshown(written), hasUnshown(blankDefinition(detection, 'UTC', 'x'))]).toEqual([true, false]);
    const from = { column: 'A', format: 'H:mm' };
    const fields = { wait: { from, to: from, in: 'minutes' }, shift: { column: 'Shift' } };
    expect(betweensOf({ attributes: { fields } })).toEqual([{ name: 'wait', source: fields.wait }]);
  });

  it('follows what somebody says of how the file is written', () => {
    const blank = blankDefinition(detection, 'UTC', 'x');
    expect(saidOf(blank, detection)).toEqual({});
    const said = put(put(blank, ['file', 'encoding'], 'utf-8'), ['file', 'columns'], ['Column 1']);
    expect(saidOf(said, detection)).toEqual({ encoding: 'utf-8', header: 'no' });
    const other = { ...detection, columns: [column('Datum')] };
    expect(fittedTo(blank, other)['recognises']).toEqual({ columns: ['Datum'] });
    expect(fittedTo(blank, { ...other, hasHeader: false })).toMatchObject({ file: { columns: ['Datum'] } });
    expect(fittedTo(blank, detection)).toEqual(blank);
  });

  it('asks for department and team only where a row is what belongs to one', () => {
    const blank = blankDefinition(detection, 'UTC', 'x');
    const customers = put(withoutPart(blank, 'contact').definition, ['account'], { name: { column: 'Wer' } });
    expect([...placedFaults(customers).byTarget.keys()]).toEqual(['unit.department', 'unit.team']);
    const without = withUnitAsNeeded(customers, new Set(['account', 'revenue']));
    expect(ImportPreset.safeParse(without).error?.issues ?? []).toEqual([]);
    expect(withUnitAsNeeded(without, new Set(['account', 'accountAnswers']))).toMatchObject({
      unit: { department: '', team: '' },
    });
    const said = put(customers, ['unit', 'team'], 'One');
    expect(withUnitAsNeeded(said, new Set(['account']))).toEqual(said);
  });

  it('keeps columns as attributes of the account too, and says whose the rest become', () => {
    const blank = blankDefinition(detection, 'UTC', 'x');
    expect([keeperOf(blank), keeperOf({ account: {} }), keeperOf({ staff: {} })]).toEqual(['contact', 'account', null]);
    const source = { column: 'Kanal', as: 'text' };
    const held = withAttribute(blank, { place: 'account', name: 'Weg' }, source);
    expect(held).toMatchObject({ account: { attributes: { Weg: source } } });
    expect(attributesOf(held, 'Kanal')).toEqual([{ place: 'account', name: 'Weg', source }]);
    expect(hasUnshown(held)).toBe(false);
    expect(hasUnshown(withAttribute(held, { place: 'account', name: 'Ja' }, { when: { Wer: 'x' } }))).toBe(true);
  });

  it('tells what is missing from what has a wrong form, and both from what no preset knows', () => {
    const blank = put(put(blankDefinition(detection, 'UTC', 'x'), ['contact', 'chanel'], 'phone'), ['zone'], 7);
    const wrong = put(put(blank, ['contact', 'talk'], { column: 'A', as: 'weeks' }), ['clockChange'], 'sooner');
    expect(presetFaults(wrong).map(({ path, kind }) => [path, kind])).toEqual(
      expect.arrayContaining([
        ['zone', 'form'],
        ['clockChange', 'form'],
        ['unit.team', 'missing'],
        ['contact', 'unknown'],
        ['contact.talk.as', 'form'],
      ]),
    );
    expect(targetOfFault(wrong, { path: 'contact.talk.as' })?.id).toBe('contact.talk');
  });

  it('takes words that hold commas, one on each line', () => {
    expect(linesIn('01/01/1970, 00:00\n n/a \r\n\nn/a')).toEqual(['01/01/1970, 00:00', 'n/a']);
  });

  it('reads a condition on the words of one column, and no other', () => {
    expect(whenOf({ Angry: 'yes' })).toEqual({ column: 'Angry', words: ['yes'] });
    expect(conditionOf({ column: 'Angry', words: ['yes', 'very'] })).toEqual({ Angry: ['yes', 'very'] });
    expect(whenOf(undefined)).toBeNull();
    expect([whenOf({ A: 'x', B: 'y' }), whenOf({ A: { blank: true } }), whenOf([{ A: 'x' }])]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});
