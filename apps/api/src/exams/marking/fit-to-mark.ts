import type { FieldFault } from '@forecall/contracts';
import { rolesOf } from '../../platform/access/permit.js';
import { isAdmitted } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';
import { conflict } from '../../platform/http/problem.js';
import type { LockedExam } from './exam.query.js';

/**
 * Why somebody cannot be named to mark an exam; null: they can. They work here, may mark, do not mark it already, and lead
 * no team of the candidate where that is excluded. Who is examined in the campaign too marks only as one of its assessors.
 */
export async function unfitToMark(sql: Sql, exam: LockedExam, staffId: string): Promise<FieldFault | null> {
  const path = 'staffId';
  if (staffId === exam.staffId) return { path, code: 'is-candidate', message: 'is who was examined' };
  if (staffId === exam.assessorId) return { path, code: 'is-first-assessor', message: 'is its first assessor' };
  if (staffId === exam.secondId) return { path, code: 'is-second-assessor', message: 'is its second assessor' };
  const found = await sql.first<{ isCandidate: boolean; mayMark: boolean }>(
    /* sql */ `
    SELECT EXISTS (SELECT FROM candidate k WHERE k.campaign_id = $2 AND k.staff_id = s.id AND k.out_kind IS NULL)
        AND NOT EXISTS (SELECT FROM campaign_assessor a WHERE a.campaign_id = $2 AND a.staff_id = s.id) AS "isCandidate",
      EXISTS (SELECT FROM sign_in i JOIN role_grant g ON g.sign_in_id = i.id
        WHERE i.staff_id = s.id AND g.role = ANY ($3::text[]) AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())
          AND ${isAdmitted}) AS "mayMark"
    FROM staff s WHERE s.id = $1 AND s.left_on IS NULL`,
    [staffId, exam.campaignId, rolesOf('exam.mark')],
  );
  if (!found) return { path, code: 'unknown-staff', message: 'does not work here' };
  if (!found.mayMark) return { path, code: 'may-not-mark', message: 'has no sign-in that may mark exams' };
  if (found.isCandidate) return { path, code: 'examined-too', message: 'is examined in this campaign too' };
  return leadsCandidate(exam, staffId) ? { path, code: 'is-own-leader', message: 'leads whoever was examined' } : null;
}

/** Where it is excluded that somebody examines who is led by them. */
export const leadsCandidate = ({ rules, leaderIds }: LockedExam, staffId: string): boolean =>
  rules.excludesOwn && leaderIds.includes(staffId);

/** They came to lead the candidate after they were booked: somebody else is put in their place. */
export function refuseLeader(exam: LockedExam, { staffId, name }: { staffId: string; name: string }): void {
  if (!leadsCandidate(exam, staffId)) return;
  throw conflict('assessor-leads', `${name} leads ${exam.staffName}.`, {
    values: { name, candidate: exam.staffName },
  });
}
