import { addDays, type LocalInterval, localDay, type WorkingWeek } from '@forecall/domain';
import { publishedDays } from '../../calendars/holidays/holidays.service.js';
import type { Draw } from '../chance/draw.js';
import { type Company, type Department, organisationZone, type Rep } from '../company/company.js';
import type { Row, TableRows } from './row.js';

const hours = (...times: readonly (readonly [from: number, to: number])[]): LocalInterval[] =>
  times.map(([from, to]) => ({ fromMinute: from * 60, toMinute: to * 60 }));

const office = hours([9, 12], [13, 18]);
const officeWeek: WorkingWeek = [office, office, office, office, office, [], []];
/** Software support answers each day of the year. */
const hotlineWeek: WorkingWeek = Array.from({ length: 7 }, () => hours([8, 22]));
export const hotlineDepartment = 'Software support';

const dayMs = 86_400_000;
const leaves = 14;

/** When the company works, China's holidays of its years, and who is away these weeks. */
export function calendarRows({ departments, reps, foundedMs }: Company, draw: Draw, nowMs: number): TableRows[] {
  const id = () => draw.id(foundedMs);
  const organisation = { ...calendarOf(id(), officeWeek), country: 'CN' };
  const hotline = departments.filter(({ plan }) => plan.name === hotlineDepartment);
  const years = new Set([nowMs - 365 * dayMs, nowMs].map((ms) => new Date(ms).getUTCFullYear()));
  return [
    {
      table: 'calendar',
      rows: [
        organisation,
        ...hotline.map((department) => ({ ...calendarOf(id(), hotlineWeek, department), keeps_holidays: false })),
      ],
    },
    {
      table: 'calendar_exception',
      rows: [...years].flatMap((year) =>
        publishedDays(year).map(({ day, kind, nameEn, nameZh }) => ({
          ...{ id: id(), calendar_id: organisation.id, day, kind, name_en: nameEn, name_zh: nameZh },
          source: 'library',
        })),
      ),
    },
    { table: 'leave', rows: leaveRows(reps, draw, id, localDay(new Date(nowMs), organisationZone)) },
  ];
}

const calendarOf = (id: string, week: WorkingWeek, department?: Department) => ({
  ...{ id, department_id: department?.id ?? null, staff_id: null, zone: null, keeps_holidays: null as boolean | null },
  // The rows are written as JSON: a list within is a jsonb of its own.
  ...{ week: week as unknown as string, country: null as string | null, region: null },
});

const kinds = ['annual', 'annual', 'annual', 'sick', 'training', 'parental'] as const;

/** Of people who are there, with a colleague of the same team as stand-in. */
function leaveRows(reps: readonly Rep[], draw: Draw, id: () => string, today: string): Row[] {
  const present = reps.filter(({ leftOn }) => leftOn === null);
  const step = Math.floor(present.length / leaves);
  return Array.from({ length: leaves }, (_, n) => {
    const rep = present[n * step];
    const team = rep?.teams.at(-1)?.team;
    const colleague = present.find((other) => other !== rep && other.teams.at(-1)?.team === team);
    const from = addDays(today, draw.whole(-4, 21));
    const days = draw.whole(0, 9);
    return {
      ...{ id: id(), staff_id: rep?.id ?? '', from, to: addDays(from, days), note: '' },
      ...{ from_midday: days > 0 && draw.chance(0.2), until_midday: false, kind: draw.pick(kinds) },
      stand_in_id: colleague?.id ?? null,
    };
  });
}
