import { addDays, localDay, readyMadeIndicators } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { type Company, organisationZone } from '../company/company.js';
import type { Row } from './row.js';

/** The satisfaction wanted of a rep was raised a quarter ago, and one department is wanted to do better than the others. */
const raisedBeforeDays = 90;
const stricter = { metric: 'acknowledged-in-time', card: 'rep', target: 0.98, floor: 0.8, weight: 1, dial: null };

/** What the demo company wants of whom since it was founded. */
export function indicatorRows({ departments, foundedMs }: Company, draw: Draw, nowMs: number): Row[] {
  const from = localDay(new Date(foundedMs), organisationZone);
  const raisedOn = addDays(localDay(new Date(nowMs), organisationZone), -raisedBeforeDays);
  const dated = (told: object, from_day = from, to_day: string | null = null): Row => ({
    ...told,
    ...{ id: draw.id(foundedMs), department_id: null, from_day, to_day, set_at: `${from_day}T00:00:00Z` },
  });
  const [first] = departments;
  return [
    ...readyMadeIndicators.flatMap((told) => {
      if (told.metric !== 'csat' || told.card !== 'rep') return [dated(told)];
      return [dated({ ...told, target: 0.8 }, from, raisedOn), dated(told, raisedOn)];
    }),
    ...(first ? [{ ...dated(stricter), department_id: first.id }] : []),
  ];
}
