import type { ExamsToMark, OwnExams } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { aMarking, anExam, aRunningCampaign } from '../exam-builders.js';
import type { Scenery, Visitor } from './scenery.js';
import type { ScopedList } from './scoped-list.js';

interface ExamRow {
  readonly id: string;
  readonly staffId: string;
  readonly assessorIds: readonly string[];
  /** Who has signed; the first, where one has. */
  readonly signedBy: string | null;
}

/** Everybody examines everybody, some with a second assessor, some signed, several at the same moment. */
export async function createExams(sql: Sql, { visitors, teams }: Scenery): Promise<ExamRow[]> {
  const staffIds = visitors.map(({ staffId }) => staffId);
  const [team] = teams;
  const rows: ExamRow[] = [];
  for (let n = 0; n < 48; n += 1) {
    const [staffId, first, second] = [0, 1 + (n % 2), 3].map((step) => staffIds[(n + step) % staffIds.length]!);
    const campaignId = await aRunningCampaign(sql, {
      ...{ departmentId: team!.departmentId, teamId: team!.id, candidateIds: [staffId!] },
    });
    const startsAt = new Date(Date.UTC(2026, 0, 5 + Math.floor(n / 4)));
    const id = await anExam(sql, { campaignId, staffId: staffId!, assessorId: first!, startsAt });
    const hasSecond = n % 3 === 0;
    if (hasSecond) await sql.change('UPDATE exam SET second_id = $2 WHERE id = $1', [id, second]);
    const isSigned = n % 4 === 0;
    if (isSigned) await aMarking(sql, { examId: id, assessorId: first!, outcome: 'passed' });
    rows.push({
      ...{ id, staffId: staffId!, signedBy: isSigned ? first! : null },
      assessorIds: hasSecond ? [first!, second!] : [first!],
    });
  }
  return rows;
}

/** What one examines; whether one has signed it oneself. */
export const toMarkList: ScopedList<ExamRow, Visitor> = {
  route: 'GET /api/exams/mine',
  unasked: () => ({ state: 'open' }),
  filters: {
    state: {
      values: ['open', 'signed'],
      holds: ({ signedBy }, state, { staffId }) => (signedBy === staffId) === (state === 'signed'),
    },
  },
  idsOf: (body) => (body as ExamsToMark).exams.map(({ id }) => id),
  isSeen: ({ assessorIds }, { staffId }) => assessorIds.includes(staffId),
};

export const ownExamList: ScopedList<ExamRow, Visitor> = {
  route: 'GET /api/exams/own',
  filters: {},
  idsOf: (body) => (body as OwnExams).exams.map(({ id }) => id),
  isSeen: ({ staffId }, visitor) => staffId === visitor.staffId,
};
