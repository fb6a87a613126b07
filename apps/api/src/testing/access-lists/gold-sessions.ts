import type { GoldSessionPage, GoldToMarkPage } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { aGoldSession, aPublishedRubric } from '../exam-builders.js';
import type { Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

interface GoldRow {
  readonly id: string;
  readonly departmentId: string;
  readonly versionId: string;
  readonly assessorIds: readonly string[];
  readonly signedBy: readonly string[];
  readonly isClosed: boolean;
}

/** Of every department, by two rubrics, some closed, some signed, several made at the same moment. */
export async function createGoldSessions(sql: Sql, { visitors, departmentIds }: Scenery): Promise<GoldRow[]> {
  const versions = [await aPublishedRubric(sql, null), await aPublishedRubric(sql, null)];
  const staffIds = visitors.map(({ staffId }) => staffId);
  const rows: GoldRow[] = [];
  for (let n = 0; n < 36; n += 1) {
    const assessorIds = [0, 1, 2].map((step) => staffIds[(n + step) % staffIds.length]!);
    const row = {
      departmentId: departmentIds[n % departmentIds.length]!,
      versionId: versions[n % 2]!.versionId,
      ...{ assessorIds, signedBy: assessorIds.slice(0, n % 4), isClosed: n % 4 === 3 },
    };
    const createdAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 3)));
    rows.push({ id: await aGoldSession(sql, { ...row, createdAt }), ...row });
  }
  return rows;
}

export const goldSessionList = (rows: readonly GoldRow[]): ScopedList<GoldRow, Visitor> => ({
  route: 'GET /api/gold-sessions',
  unasked: () => ({ state: 'open' }),
  filters: {
    state: { values: ['open', 'closed'], holds: ({ isClosed }, state) => isClosed === (state === 'closed') },
    rubricVersionId: {
      values: [...new Set(rows.map(({ versionId }) => versionId))],
      holds: ({ versionId }, id) => versionId === id,
    },
  },
  idsOf: (body) => (body as GoldSessionPage).sessions.map(({ id }) => id),
  isSeen: ({ departmentId }, visitor) => visitor.isExecutive || visitor.departmentIds.includes(departmentId),
});

/** What one marks; whether one has signed it oneself. */
export const goldToMarkList: ScopedList<GoldRow, Visitor> = {
  route: 'GET /api/gold-sessions/mine',
  unasked: () => ({ state: 'open' }),
  filters: {
    state: {
      values: ['open', 'signed'],
      holds: ({ signedBy, isClosed }, state, { staffId }) =>
        state === 'signed' ? signedBy.includes(staffId) : !isClosed && !signedBy.includes(staffId),
    },
  },
  idsOf: (body) => (body as GoldToMarkPage).sessions.map(({ id }) => id),
  isSeen: ({ assessorIds }, { staffId }) => assessorIds.includes(staffId),
};
