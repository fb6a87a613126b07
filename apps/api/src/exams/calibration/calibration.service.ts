import { Injectable } from '@nestjs/common';
import type { CalibrationResults } from '@forecall/contracts';
import { asReference, calibrationOf, leniencyOf } from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { calibratedRubric, closedMarkings, waitingAssessors } from './calibration-results.query.js';

const mostSessions = 100;

/** How far the assessors of one's departments agree by a rubric, and who leans where. */
@Injectable()
export class CalibrationService {
  constructor(private readonly database: Database) {}

  async results(viewer: Viewer, versionId: string): Promise<CalibrationResults> {
    const reach = reachOf(viewer);
    const found = await calibratedRubric(this.database, reach, versionId);
    if (!found) throw notFound('calibrated rubric');
    const { rubric } = found;
    const all = await closedMarkings(this.database, reach, versionId, mostSessions);
    const given = all.filter(({ isReference }) => !isReference);
    const markings = given.map(({ sessionId, assessor, marks }) => ({ sessionId, assessorId: assessor.id, marks }));
    const references = new Map(
      all.filter(({ isReference }) => isReference).map(({ sessionId, marks }) => [sessionId, marks]),
    );
    const names = new Map(given.map(({ assessor }) => [assessor.id, assessor]));
    const { items, all: together, outcome } = calibrationOf(rubric.text, markings);
    const { byItem, byAssessor } = asReference(rubric.text, markings, references);
    return {
      ...{ rubric, sessions: new Set(all.map(({ sessionId }) => sessionId)).size, all: together, outcome },
      items: items.map((item) => ({ ...item, asReference: byItem.get(item.itemId) ?? null })),
      assessors: leniencyOf(rubric.text, markings).flatMap(({ assessorId, ...lean }) => {
        const assessor = names.get(assessorId);
        return assessor ? [{ assessor, ...lean, asReference: byAssessor.get(assessorId) ?? null }] : [];
      }),
      waiting: await waitingAssessors(this.database, reach, versionId),
    };
  }
}
