import type { CampaignPage } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { aPublishedRubric } from '../exam-builders.js';
import type { Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

interface CampaignRow {
  readonly id: string;
  readonly departmentId: string;
  readonly assessorId: string;
  readonly isClosed: boolean;
}

/** Of every department, some closed; each with somebody who examines, whoever they are. */
export async function createCampaigns(sql: Sql, { visitors, departmentIds }: Scenery): Promise<CampaignRow[]> {
  const { versionId } = await aPublishedRubric(sql, null);
  const rows: CampaignRow[] = [];
  for (let n = 0; n < 36; n += 1) {
    const row = {
      id: uuid(),
      departmentId: departmentIds[n % departmentIds.length]!,
      assessorId: visitors[n % visitors.length]!.staffId,
      isClosed: n % 4 === 0,
    };
    await sql.change(
      `INSERT INTO campaign (id, department_id, name_en, name_zh, rubric_version_id, opens_on, ends_on, minutes, rules, begun_at, closed_at, created_at)
       VALUES ($1, $2, 'Example', '', $3, '2026-01-05', '2199-12-11', 40, '{}', now(), CASE WHEN $4::boolean THEN now() END, $5)`,
      [row.id, row.departmentId, versionId, row.isClosed, new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 3)))],
    );
    await sql.change('INSERT INTO campaign_assessor (campaign_id, staff_id) VALUES ($1, $2)', [row.id, row.assessorId]);
    rows.push(row);
  }
  return rows;
}

export const campaignList = ({ departmentIds, teams }: Scenery): ScopedList<CampaignRow, Visitor> => ({
  route: 'GET /api/campaigns',
  unasked: () => ({ state: 'open' }),
  filters: {
    state: { values: ['open', 'closed'], holds: ({ isClosed }, state) => isClosed === (state === 'closed') },
    departmentId: { values: departmentIds, holds: ({ departmentId }, id) => departmentId === id },
  },
  idsOf: (body) => (body as CampaignPage).campaigns.map(({ id }) => id),
  isSeen: ({ departmentId, assessorId }, visitor) =>
    visitor.isExecutive ||
    visitor.departmentIds.includes(departmentId) ||
    teams.some((team) => team.departmentId === departmentId && visitor.teamIds.includes(team.id)) ||
    assessorId === visitor.staffId,
});
