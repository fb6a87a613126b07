import {
  type Behaviour,
  behaviours,
  dossierParts,
  startOfDay,
  type Temperament,
  temperamentOf,
  temperaments,
  type WorkingWeek,
} from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { type Account, type Company, organisationZone, type Person } from '../company/company.js';
import { dossierTexts, doNotCallReasons, outdatedTexts } from './dossier-words.js';
import { instant, type Row, type TableRows } from './row.js';

const dayMs = 86_400_000;
/** The company's three years end with today. */
const daysOfCompany = 3 * 365;

/** Whose holidays an account keeps: where it has a zone of its own it is abroad. */
const countries: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'DE',
  'Europe/Paris': 'FR',
  'Europe/London': 'GB',
  'Europe/Stockholm': 'SE',
  'America/New_York': 'US',
  'America/Toronto': 'CA',
};

const hours = (...of: readonly (readonly [from: number, to: number])[]) =>
  of.map(([from, to]) => ({ fromMinute: from * 60, toMinute: to * 60 }));
const fiveDays = (day: WorkingWeek[number], friday = day): WorkingWeek => [day, day, day, day, friday, [], []];
const weeks = {
  abroad: fiveDays(hours([9, 17])),
  abroadShortFriday: fiveDays(hours([8, 12], [13, 17]), hours([8, 14])),
  mornings: fiveDays(hours([9, 11.5])),
} as const;

/** What a table of JSON rows takes as it is. */
const raw = (value: unknown): string => value as string;

/** What is known of key accounts and the people in them. The rows of accounts and people get their columns from here. */
export interface Knowing {
  readonly accountColumns: (account: Account) => Row;
  readonly personColumns: (person: Person) => Row;
  readonly tables: readonly TableRows[];
}

export function knowingOf({ accounts, foundedMs }: Company, draw: Draw): Knowing {
  const ofAccounts = new Map<string, Row>();
  const ofPeople = new Map<string, Row>();
  const temperamentRows: Row[] = [];
  const dossierRows: Row[] = [];
  const todayMs = foundedMs + daysOfCompany * dayMs;
  const someDay = () => startOfWork(draw, todayMs - draw.whole(3, 330) * dayMs);
  for (const account of accounts) {
    const isKey = account.classes.length > 0;
    ofAccounts.set(account.id, accountColumns(account, draw, isKey));
    if (!isKey) continue;
    const author = account.care.find(({ toMs, part }) => toMs === null && part === 'rep')?.rep.signInId ?? null;
    for (const [place, person] of byInfluence(account.people).entries()) {
      ofPeople.set(person.id, personColumns(draw, place, person, someDay));
      if (draw.chance(0.5)) temperamentRows.push(...temperamentsOf(draw, person, author, someDay));
    }
    dossierRows.push(...dossierOf(draw, account, author, someDay));
  }
  return {
    accountColumns: ({ id }) => ofAccounts.get(id) ?? noAccountColumns,
    personColumns: ({ id }) => ofPeople.get(id) ?? noPersonColumns,
    tables: [
      { table: 'temperament', rows: temperamentRows },
      { table: 'dossier_version', rows: dossierRows },
    ],
  };
}

const influence = ['decides', 'influences', 'uses', null] as const;
const byInfluence = (people: readonly Person[]): Person[] =>
  people.toSorted((a, b) => influence.indexOf(a.influence) - influence.indexOf(b.influence));

const noAccountColumns: Row = { tier: null, country: null, calling_week: null };
const noPersonColumns: Row = { calling_week: null, call_order: null, do_not_call_since: null, do_not_call_why: '' };

/** Some minute of a working morning or afternoon. */
const startOfWork = (draw: Draw, atMs: number): number =>
  startOfDay(instant(atMs).slice(0, 10), organisationZone).getTime() + draw.whole(9 * 60, 17 * 60) * 60_000;

function accountColumns({ zone }: Account, draw: Draw, isKey: boolean): Row {
  if (!isKey) return { ...noAccountColumns, country: zone === null ? null : (countries[zone] ?? null) };
  const abroad = draw.chance(0.7) ? weeks.abroad : weeks.abroadShortFriday;
  const week = zone === null ? (draw.chance(0.1) ? weeks.mornings : null) : abroad;
  return {
    tier: draw.weighted(['A', 'B', 'C'], (tier) => ({ A: 2, B: 4, C: 3 })[tier] ?? 1),
    country: zone === null ? null : (countries[zone] ?? null),
    calling_week: week && raw(week),
  };
}

/** The first two of an account are called in order; a few not at all. */
function personColumns(draw: Draw, place: number, person: Person, someDay: () => number): Row {
  const isBarred = place > 0 && person.influence !== 'decides' && draw.chance(0.06);
  return {
    calling_week: draw.chance(0.08) ? raw(weeks.mornings) : null,
    call_order: place < 2 ? place + 1 : null,
    do_not_call_since: isBarred ? instant(someDay()) : null,
    do_not_call_why: isBarred ? draw.pick(doNotCallReasons) : '',
  };
}

/** Seen once; of one in six there was another opinion before. */
function temperamentsOf(draw: Draw, person: Person, author: string | null, someDay: () => number): Row[] {
  const count = draw.chance(1 / 6) ? 2 : 1;
  const days = Array.from({ length: count }, someDay).toSorted((a, b) => a - b);
  return days.map((atMs, nth) => {
    const type = draw.pick(temperaments);
    return {
      ...{ id: draw.id(atMs), person_id: person.id, type, behaviours: raw(behavioursOf(draw, type)) },
      confidence: nth + 1 < count ? 'guess' : draw.pick(['guess', 'likely', 'likely', 'sure']),
      ...{ by_sign_in_id: author, at: instant(atMs) },
    };
  });
}

/** Two to four of those that make exactly this type. */
function behavioursOf(draw: Draw, type: Temperament): Behaviour[] {
  const own = draw.shuffled(behaviours.filter((one) => pointsTo(one, type)));
  const seen = own.slice(0, draw.whole(2, 4));
  return temperamentOf(seen) === type ? seen : own;
}

/** Alone, or with one that is sure of the type. */
const pointsTo = (one: Behaviour, type: Temperament): boolean =>
  temperamentOf([one]) === type || temperamentOf([one, ...sureOf[type]]) === type;
const sureOf: Readonly<Record<Temperament, readonly Behaviour[]>> = {
  results: ['comes-to-the-point'],
  professor: ['reads-everything'],
  actor: ['shows-feelings'],
  'good-natured': ['gentle-and-low-key'],
};

function dossierOf(draw: Draw, account: Account, author: string | null, someDay: () => number): Row[] {
  const known = new Set(draw.shuffled(dossierParts).slice(0, draw.whole(2, dossierParts.length)));
  const person = draw.pick(account.people);
  const put = (text: string) =>
    text
      .replaceAll('{name}', account.name)
      .replaceAll('{person}', person.name)
      .replaceAll('{industry}', account.industry);
  return dossierParts
    .filter((part) => known.has(part))
    .flatMap((part) => {
      const texts = [...(draw.chance(0.2) ? [outdatedTexts[part]] : []), draw.pick(dossierTexts[part])];
      const days = texts.map(someDay).toSorted((a, b) => a - b);
      return texts.map((text, index) => ({
        ...{ id: draw.id(days[index] ?? 0), account_id: account.id, part, n: index + 1, text: put(text) },
        ...{ by_sign_in_id: author, at: instant(days[index] ?? 0) },
      }));
    });
}
