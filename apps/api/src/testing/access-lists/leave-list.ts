import type { LeaveList } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { aStaff } from '../builders.js';
import type { Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

export interface LeaveRow {
  readonly id: string;
  readonly staffId: string;
  readonly team: Scenery['teams'][number];
  readonly standInId: string | null;
  readonly from: string;
  readonly to: string;
}

const dayOf = (n: number) => `2199-01-${String((n % 28) + 1).padStart(2, '0')}`;

/** Of the visitors and of somebody in each team, some with a stand-in; all in days to come. */
export async function createLeaves(sql: Sql, { teams, visitors }: Scenery): Promise<LeaveRow[]> {
  const people = visitors.map(({ staffId }) => ({ staffId, team: teams[0]! }));
  for (const team of teams) people.push({ staffId: await aStaff(sql, { teamId: team.id }), team });
  const rows: LeaveRow[] = [];
  for (let n = 0; n < 80; n += 1) {
    const { staffId, team } = people[n % people.length]!;
    const standIn = visitors[Math.floor(n / 3) % visitors.length]!.staffId;
    const day = dayOf(Math.floor(n / 4));
    const row = { id: uuid(), staffId, team, standInId: standIn === staffId ? null : standIn, from: day, to: day };
    rows.push(row);
    await sql.change(
      `INSERT INTO leave (id, staff_id, stand_in_id, "from", "to", kind) VALUES ($1, $2, $3, $4, $5, 'annual')`,
      [row.id, staffId, row.standInId, row.from, row.to],
    );
  }
  return rows;
}

export const leaveList = ({ visitors }: Scenery): ScopedList<LeaveRow, Visitor> => ({
  route: 'GET /api/leave',
  filters: {
    from: { values: [dayOf(3), dayOf(9)], holds: ({ to }, day) => to >= day },
    to: { values: [dayOf(5), dayOf(15)], holds: ({ from }, day) => from <= day },
    staffId: { values: visitors.map(({ staffId }) => staffId), holds: ({ staffId }, id) => staffId === id },
  },
  idsOf: (body) => (body as LeaveList).leaves.map(({ id }) => id),
  isSeen: ({ staffId, team, standInId }, visitor) =>
    visitor.isExecutive ||
    [staffId, standInId].includes(visitor.staffId) ||
    visitor.teamIds.includes(team.id) ||
    visitor.departmentIds.includes(team.departmentId),
});
