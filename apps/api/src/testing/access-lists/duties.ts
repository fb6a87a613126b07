import type { DutyList } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import type { Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

interface DutyRow {
  readonly id: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly departmentId: string | null;
  readonly aboveId: string | null;
  readonly isEnded: boolean;
}

/** Of people and of units alone, some gone up, some ended, several due at the same moment. */
export async function createDuties(sql: Sql, { visitors, teams, departmentIds }: Scenery): Promise<DutyRow[]> {
  const rows: DutyRow[] = [];
  for (let n = 0; n < 90; n += 1) {
    const isOfUnit = n % 3 === 0;
    const row = {
      id: uuid(),
      ownerId: isOfUnit ? null : visitors[n % visitors.length]!.staffId,
      teamId: n % 6 === 0 ? teams[n % 5]!.id : null,
      departmentId: n % 6 === 3 ? departmentIds[Math.floor(n / 6) % 3]! : null,
      aboveId: n % 5 === 0 ? visitors[Math.floor(n / 5) % visitors.length]!.staffId : null,
      isEnded: n % 7 === 0,
    };
    await sql.change(
      `INSERT INTO duty (id, kind, owner_id, team_id, department_id, due_at, done_at, outcome)
       VALUES ($1, 'by-hand', $2, $3, $4, $5, CASE WHEN $6 THEN $5::timestamptz END, CASE WHEN $6 THEN 'done' END)`,
      [
        ...[row.id, row.ownerId, row.teamId, row.departmentId],
        ...[new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 4))), row.isEnded],
      ],
    );
    if (row.aboveId)
      await sql.change(`INSERT INTO duty_above (duty_id, level, staff_id) VALUES ($1, 'head', $2)`, [
        ...[row.id, row.aboveId],
      ]);
    rows.push(row);
  }
  return rows;
}

/** One's own day; the list of those within reach is proven beside the duties. */
export const dutyList = ({ visitors }: Scenery): ScopedList<DutyRow, Visitor> => ({
  route: 'GET /api/duties',
  unasked: () => ({ state: 'open' }),
  filters: {
    state: { values: ['open', 'ended'], holds: ({ isEnded }, state) => isEnded === (state === 'ended') },
    ownerId: { values: visitors.map(({ staffId }) => staffId), holds: ({ ownerId }, id) => ownerId === id },
  },
  idsOf: (body) => (body as DutyList).duties.map(({ id }) => id),
  isSeen: ({ ownerId, teamId, departmentId, aboveId }, { staffId, teamIds, departmentIds }) =>
    ownerId === staffId ||
    aboveId === staffId ||
    (ownerId === null &&
      ((teamId !== null && teamIds.includes(teamId)) ||
        (departmentId !== null && departmentIds.includes(departmentId)))),
});
