import { addDays, localDay, startOfDay } from '@forecall/domain';
import { pinyinOf } from '../../platform/names/pinyin.js';
import type { Draw } from '../chance/draw.js';
import { accountNames, type Place } from './account-names.js';
import { type Account, type CareClass, organisationZone, type Person, type Rep } from './company.js';
import { personName } from './people-names.js';
import type { StaffDates } from './make-staff.js';

const regionCounts = { china: 408, europe: 96, americas: 96 } as const;
const keyAccounts: Readonly<Record<CareClass, number>> = {
  loyal: 45,
  'fast-growing': 35,
  dormant: 25,
  'worth-cultivating': 45,
};
/** How much they have to do with us, by class. */
const liveliness: Readonly<Record<CareClass, number>> = {
  loyal: 5,
  'fast-growing': 7,
  dormant: 0.6,
  'worth-cultivating': 3,
};

const positions: readonly (readonly [position: string, influence: Person['influence']])[] = [
  ['Head of operations', 'decides'],
  ['Head of finance', 'influences'],
  ['Branch IT', 'uses'],
  ['Purchasing', 'influences'],
  ['Accounts payable', 'uses'],
];

/** 600 accounts in the care of the sales reps, the first 150 of them key accounts. */
export function makeAccounts(draw: Draw, reps: readonly Rep[], { foundedMs, nowMs }: StaffDates): Account[] {
  const sales = reps.filter(({ teams }) => teams[0]?.team.department.plan.name === 'Key account sales');
  const support = reps.filter(
    ({ teams, leftOn }) => leftOn === null && teams[0]?.team.department.plan.name === 'Software support',
  );
  const classes = draw
    .stream('classes')
    .shuffled(
      (Object.keys(keyAccounts) as CareClass[]).flatMap((name) =>
        Array.from({ length: keyAccounts[name] }, () => name),
      ),
    );
  const daysAgo = (days: number) =>
    startOfDay(addDays(localDay(new Date(nowMs), organisationZone), -days), organisationZone).getTime();
  return accountNames(draw.stream('account names'), regionCounts).map(({ name, nameZh, industry, place }, index) => {
    const careClass = classes[index];
    const inCare = sales[index % sales.length];
    const before = sales[(index + 3) % sales.length];
    if (!inCare || !before) throw new Error('Nobody cares for the accounts.');
    const since = { fromMs: foundedMs, toMs: null };
    const handover = daysAgo(40 + (index % 7) * 37);
    return {
      id: draw.id(foundedMs),
      number: `A-${10_001 + index}`,
      ...{ name, nameZh, industry, region: place.region, zone: place.zone },
      people: people(draw, place, foundedMs, careClass ? draw.whole(2, 4) : draw.whole(1, 2)),
      classes: careClass ? classHistory(careClass, index, foundedMs, handover) : [],
      care: [
        // One account in 25 was handed from one rep to another during the year.
        ...(index % 25 === 7
          ? [
              { rep: before, part: 'rep' as const, fromMs: foundedMs, toMs: handover },
              { rep: inCare, part: 'rep' as const, fromMs: handover, toMs: null },
            ]
          : [{ rep: inCare, part: 'rep' as const, ...since }]),
        ...(careClass ? [{ rep: draw.pick(support), part: 'support' as const, ...since }] : []),
      ],
      weight: (careClass ? liveliness[careClass] : 1) * draw.between(0.4, 1.8),
    };
  });
}

/** One key account in twelve came to its class during the year; a fast-growing one was worth cultivating before. */
function classHistory(now: CareClass, index: number, foundedMs: number, changedMs: number): Account['classes'] {
  if (index % 12 !== 5) return [{ class: now, fromMs: foundedMs, toMs: null }];
  const before: CareClass = now === 'worth-cultivating' ? 'dormant' : 'worth-cultivating';
  return [
    { class: before, fromMs: foundedMs, toMs: changedMs },
    { class: now, fromMs: changedMs, toMs: null },
  ];
}

function people(draw: Draw, place: Place, foundedMs: number, count: number): Person[] {
  const chosen = draw.shuffled(positions).slice(0, count);
  return chosen.map(([position, influence]) => {
    const { name, isChinese } = personName(draw, place.region);
    const [start, digits] = draw.pick(place.phones);
    const number = `${start}${String(draw.whole(0, 10 ** digits - 1)).padStart(digits, '0')}`;
    return {
      id: draw.id(foundedMs),
      name: isChinese ? latinName(name) : name,
      nameZh: isChinese ? name : null,
      position,
      influence,
      language: isChinese ? 'zh' : 'en',
      phones: [number],
    };
  });
}

/** 陈国栋: Chen Guodong */
function latinName(name: string): string {
  const [surname = '', ...given] = pinyinOf(name, { person: true }).pinyin.split(' ');
  return [surname, given.join('')].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
