import { Email, type ImportPreset, type TextSource, type UnitPreset, Zone } from '@forecall/contracts';
import { namedAttributesReader } from './attributes.js';
import { type CellReader, type Cells, needText } from './cells.js';
import { choiceReader, optionalChoiceReader } from './choice.js';
import type { AccountDraft, PersonDraft, ReasonDraft, RevenueDraft, StaffDraft, UnitDraft } from './draft.js';
import { refuseCell } from './fault.js';
import { momentColumn, type MomentReader } from './moment.js';
import { namedKeyReader, oneLine, reasonReader, short, unitReader } from './named-key.js';
import { keepable, textReader } from './text.js';

interface By {
  readonly cells: CellReader;
  readonly moments: MomentReader;
}
type Read<Draft> = (row: Cells) => Draft | null;

const nobody = () => null;
const columnOf = (source: TextSource | undefined): string => (source && 'column' in source ? source.column : '');

/** A part of a preset that a file may lack, and a row where its condition does not hold. */
function where<Source extends { readonly when?: unknown }, Draft>(
  source: (Source & { when?: Parameters<CellReader['condition']>[0] }) | undefined,
  name: string,
  cells: CellReader,
  make: (source: Source) => Read<Draft>,
): Read<Draft> {
  if (!source) return nobody;
  const read = make(source);
  if (!source.when) return read;
  const holds = cells.condition(source.when, `${name}.when`);
  return (row) => (holds(row) ? read(row) : null);
}

/** Texts that are stored on one line; `words` gives null where blank. */
function lines(by: By, name: string) {
  const line = (source: TextSource | undefined, field: string): ((row: Cells) => string) => {
    if (!source) return () => '';
    const read = textReader(source, by.cells, `${name}.${field}`);
    return (row) => short(oneLine(read(row)), columnOf(source) || null);
  };
  const words = (source: TextSource | undefined, field: string): ((row: Cells) => string | null) => {
    const read = line(source, field);
    return (row) => read(row) || null;
  };
  /** As words, of a kind that has a rule of its own. */
  const ruled = (
    source: TextSource | undefined,
    field: string,
    { holds, refuse }: Rule,
  ): ((row: Cells) => string | null) => {
    const read = words(source, field);
    return (row) => {
      const text = read(row);
      return text === null || holds(text) ? text : refuse(columnOf(source) || null, text);
    };
  };
  return { line, words, ruled };
}

interface Rule {
  readonly holds: (text: string) => boolean;
  readonly refuse: (column: string | null, text: string) => never;
}

const anEmail: Rule = {
  holds: (text) => Email.safeParse(text).success,
  refuse: (column, text) => refuseCell(column, 'not-an-email', text, 'is no e-mail address'),
};

/** Asking for a zone takes long, and a file has few. */
function aZone(): Rule {
  const known = new Map<string, boolean>();
  const holds = (text: string): boolean => {
    const isZone = known.get(text) ?? Zone.safeParse(text).success;
    if (known.size < mostZonesKept) known.set(text, isZone);
    return isZone;
  };
  return {
    holds,
    refuse: (column, text) => refuseCell(column, 'not-a-zone', text, 'is no time zone, such as Europe/Zurich'),
  };
}
const mostZonesKept = 1_000;

export function unitPartReader(unit: UnitPreset | undefined, { cells }: By): Read<UnitDraft> {
  if (!unit) return nobody;
  const department = unitReader(unit.department, cells, 'unit.department');
  const team = unitReader(unit.team, cells, 'unit.team');
  const supervisor = unit.supervisor ? namedKeyReader(unit.supervisor, cells, 'unit.supervisor') : nobody;
  const head = unit.head ? namedKeyReader(unit.head, cells, 'unit.head') : nobody;
  return (row) => ({ department: department(row), team: team(row), supervisor: supervisor(row), head: head(row) });
}

export function staffReader(preset: ImportPreset, by: By): Read<StaffDraft> {
  return where(preset.staff, 'staff', by.cells, (staff) => {
    const { ruled } = lines(by, 'staff');
    const person = namedKeyReader(staff.person, by.cells, 'staff.person');
    const email = ruled(staff.email, 'email', anEmail);
    const part = choiceReader<StaffDraft['part']>(staff.part, by.cells, 'staff.part');
    const from = staff.from ? by.moments.moment(staff.from, 'staff.from') : nobody;
    const joinedOn = staff.from ? by.moments.day(staff.from, 'staff.from') : nobody;
    const leftOn = staff.leftOn ? by.moments.day(staff.leftOn, 'staff.leftOn') : nobody;
    return (row) => {
      const who = person(row);
      if (!who) return null;
      const lastDay = leftOn(row);
      if (lastDay !== null && lastDay < (joinedOn(row) ?? ''))
        return refuseCell(momentColumn(staff.leftOn), 'left-before-joined', lastDay, 'lies before the first day');
      return { ...who, email: email(row), part: part(row), from: from(row), leftOn: lastDay };
    };
  });
}

export function reasonPartReader(preset: ImportPreset, by: By): Read<ReasonDraft> {
  return where(preset.reason, 'reason', by.cells, (reason) => {
    const path = reasonReader(reason.path, by.cells, 'reason.path');
    const chinese = lines(by, 'reason').words(reason.chinese, 'chinese');
    const answerable = reason.answerable ? unitReader(reason.answerable, by.cells, 'reason.answerable') : nobody;
    return (row) => {
      const words = path(row);
      return words && { path: words, chinese: chinese(row), answerable: answerable(row) };
    };
  });
}

export function accountReader(preset: ImportPreset, by: By): Read<AccountDraft> {
  return where(preset.account, 'account', by.cells, (account) => {
    const { line, words, ruled } = lines(by, 'account');
    const read = {
      number: words(account.number, 'number'),
      name: line(account.name, 'name'),
      chinese: words(account.chinese, 'chinese'),
      industry: line(account.industry, 'industry'),
      zone: ruled(account.zone, 'zone', aZone()),
      class: account.class ? optionalChoiceReader<string>(account.class, by.cells, 'account.class') : nobody,
      care: account.care ? namedKeyReader(account.care, by.cells, 'account.care') : nobody,
      since: account.since ? by.moments.moment(account.since, 'account.since') : nobody,
      attributes: namedAttributesReader(account.attributes, by, 'account.attributes'),
    };
    return (row) => ({
      number: read.number(row),
      name: needText(read.name(row), columnOf(account.name)),
      ...{ chinese: read.chinese(row), industry: read.industry(row), zone: read.zone(row), class: read.class(row) },
      ...{ care: read.care(row), since: read.since(row), attributes: read.attributes(row) },
    });
  });
}

export function personReader(preset: ImportPreset, by: By): Read<PersonDraft> {
  return where(preset.person, 'person', by.cells, (person) => {
    const { line, words, ruled } = lines(by, 'person');
    const name = line(person.name, 'name');
    const chinese = words(person.chinese, 'chinese');
    const position = line(person.position, 'position');
    const email = ruled(person.email, 'email', anEmail);
    const phones = person.phones.map((phone, n) => line(phone, `phones.${n}`));
    const language = person.language
      ? optionalChoiceReader<string>(person.language, by.cells, 'person.language')
      : nobody;
    const influence = person.influence
      ? optionalChoiceReader<string>(person.influence, by.cells, 'person.influence')
      : nobody;
    return (row) => {
      if (name(row) === '') return null;
      return {
        ...{ name: name(row), chinese: chinese(row), position: position(row), email: email(row) },
        ...{ phones: phones.map((read) => read(row)).filter(Boolean) },
        ...{ language: language(row), influence: influence(row) },
      };
    };
  });
}

export function revenueReader(preset: ImportPreset, by: By): Read<RevenueDraft> {
  return where(preset.revenue, 'revenue', by.cells, (revenue) => {
    const dayIn = by.moments.day(revenue.month, 'revenue.month');
    const { column } = revenue.amount;
    const amount = by.cells.field(column, 'revenue.amount');
    return (row) => {
      const told = keepable(amount(row), column);
      if (told === '') return null;
      const day = dayIn(row) ?? refuseCell(momentColumn(revenue.month) ?? '', 'missing', '', 'is blank');
      return { month: `${day.slice(0, 7)}-01`, amount: by.cells.number(told, column) };
    };
  });
}
