import { Injectable } from '@nestjs/common';
import type { GoalSet, LookAtGoal } from '@forecall/contracts';
import { leadsDepartment, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { AppraisalDuties } from './appraisal-duties.js';
import { addLook, goalById, lockGoal } from './goal.query.js';

const mostLooks = 20;

/** The last word of a goal is the same, by the same person. */
function isSaid({ looks }: Pick<GoalSet, 'looks'>, staffId: string, { outcome, note }: LookAtGoal): boolean {
  const last = looks.at(-1);
  return last?.by?.id === staffId && last.outcome === outcome && last.note === note;
}

/** Goals are looked at with the member: by whoever set them, leads or appraises the member, or leads the department. */
@Injectable()
export class GoalService {
  constructor(
    private readonly database: Database,
    private readonly duties: AppraisalDuties,
  ) {}

  look(viewer: Viewer, id: string, told: LookAtGoal): Promise<GoalSet> {
    return this.database.transaction(async (sql) => {
      const goal = await lockGoal(sql, id);
      const { staffId } = viewer;
      const isOfViewer =
        goal?.setBy === staffId ||
        goal?.leaderIds.includes(staffId) ||
        leadsDepartment(viewer, goal?.departmentId ?? '');
      if (!goal || !isOfViewer || goal.subjectId === staffId) throw notFound('goal');
      const before = await goalById(sql, id);
      // Pressed twice, or sent again after a lost answer: it was said, and stays as it is for ever.
      if (before && isSaid(before, staffId, told)) return { ...before, mayLook: true };
      if (goal.looks >= mostLooks) throw conflict('goal-looked-at', 'It was looked at often enough.');
      await addLook(sql, id, goal.looks + 1, staffId, told);
      await this.duties.endGoal(sql, id, viewer.signInId);
      const after = await goalById(sql, id);
      if (!after) throw notFound('goal');
      return { ...after, mayLook: true };
    });
  }
}
