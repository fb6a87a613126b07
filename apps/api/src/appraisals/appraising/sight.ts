import { leadsDepartment, type Viewer } from '../../platform/access/viewer.js';
import type { LockedAppraisal } from './appraisal.query.js';

/** Whoever appraises and who leads the department see it from the draft on; whom it is about once it was given. */
export function seesAppraisal(viewer: Viewer, appraisal: LockedAppraisal): boolean {
  if (appraisal.subjectId === viewer.staffId) return appraisal.wasGiven;
  return appraisal.appraiserId === viewer.staffId || leadsDepartment(viewer, appraisal.departmentId);
}

/** Nobody has to do with the judging of their own. */
export const isOwn = ({ staffId }: Viewer, { subjectId }: LockedAppraisal): boolean => subjectId === staffId;
