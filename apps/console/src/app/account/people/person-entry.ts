import type { ChangePerson, PersonAtAccount } from '@forecall/contracts';
import { officeWeek, type WeekEntry, weekEntryOf, weekOf } from '../../calendars/index.js';

/** Somebody as their form has them; empty stands for what is not known, or is the account's. */
export type PersonEntry = WeekEntry & {
  name: string;
  nameZh: string;
  position: string;
  email: string;
  influence: string;
  language: string;
  /** One in each line. */
  phones: string;
  callOrder: string;
  zone: string;
  hasWeek: 'yes' | 'no';
  mayCall: 'yes' | 'no';
  why: string;
  hasLeft: 'yes' | 'no';
};

type Told = Omit<ChangePerson, 'revision'>;

export const noPerson: PersonEntry = {
  ...officeWeek,
  ...{ name: '', nameZh: '', position: '', email: '', influence: '', language: '', phones: '', callOrder: '' },
  ...{ zone: '', hasWeek: 'no', mayCall: 'yes', why: '', hasLeft: 'no' },
};

export const personEntryOf = (one: PersonAtAccount): PersonEntry => ({
  ...weekEntryOf(one.callingWeek),
  ...{ name: one.name, nameZh: one.nameZh ?? '', position: one.position, email: one.email ?? '' },
  ...{ influence: one.influence ?? '', language: one.language ?? '', phones: one.phones.join('\n') },
  ...{ callOrder: String(one.callOrder ?? ''), zone: one.zone ?? '', hasWeek: one.callingWeek ? 'yes' : 'no' },
  ...{ mayCall: one.doNotCall ? 'no' : 'yes', why: one.doNotCall?.why ?? '', hasLeft: 'no' },
});

/** All that the form says, as it is sent. */
export function toldBy(entry: PersonEntry): Told {
  const { influence, language } = entry;
  return {
    ...{ name: entry.name, nameZh: entry.nameZh.trim() || null, position: entry.position },
    ...{ email: entry.email.trim() || null, zone: entry.zone || null },
    influence: (influence || null) as Told['influence'],
    language: (language || null) as Told['language'],
    phones: entry.phones.split(/[\n,;，；、]/).flatMap((line) => line.trim() || []),
    callOrder: entry.callOrder === '' ? null : Number(entry.callOrder),
    callingWeek: entry.hasWeek === 'yes' ? weekOf(entry) : null,
    doNotCall: entry.mayCall === 'yes' ? null : { why: entry.why },
    hasLeft: entry.hasLeft === 'yes',
  };
}

/** What of it is other than before: what somebody else saves meanwhile in other fields is not touched. */
export function changesIn(entry: PersonEntry, before: PersonEntry): Told {
  const [told, was] = [toldBy(entry), toldBy(before)];
  const isOther = (field: keyof Told) => JSON.stringify(told[field]) !== JSON.stringify(was[field]);
  return Object.fromEntries((Object.keys(told) as (keyof Told)[]).filter(isOther).map((field) => [field, told[field]]));
}
