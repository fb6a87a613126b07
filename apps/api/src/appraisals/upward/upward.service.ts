import { Injectable } from '@nestjs/common';
import type { AnswerUpward, UpwardAsked, UpwardResults } from '@forecall/contracts';
import { fewestUpward, upwardMeans } from '@forecall/domain';
import { NotificationService } from '../../notifications/notification.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { type OfCycle, periodOf } from '../appraising/appraisal-duties.js';
import { addAnswer, askedOf, askTeams, lockAnswering, sumsOfTeams } from './upward.query.js';

/** What a team says of whoever leads it: by nobody in particular, for the whole team, once its cycle is closed. */
@Injectable()
export class UpwardService {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationService,
  ) {}

  /** There is no duty of it: whoever leads the team would see in the day of its members who has answered, and when. */
  async ask(sql: Sql, cycle: OfCycle, by: string): Promise<void> {
    await this.notifications.tell(sql, {
      ...{ kind: 'upward-asked', to: await askTeams(sql, cycle.id), by },
      source: { entity: 'appraisal-cycle', id: cycle.id },
      parameters: { ...periodOf(cycle) },
    });
  }

  async asked({ staffId }: Viewer): Promise<UpwardAsked> {
    return { asked: await askedOf(this.database, staffId) };
  }

  /** Neither audited nor repeatable by a key: a record of the request, or the hash of its few possible bodies, would tell. */
  answer({ staffId }: Viewer, told: AnswerUpward): Promise<UpwardAsked> {
    return this.database.transaction(async (sql) => {
      const standing = await lockAnswering(sql, staffId, told);
      if (standing === 'none') throw notFound('question');
      if (standing === 'closed') throw conflict('cycle-closed', 'The cycle is closed.');
      if (standing === 'done')
        throw conflict('upward-answered', 'You have answered. Nobody knows which answer is yours.');
      await addAnswer(sql, staffId, told);
      return { asked: await askedOf(sql, staffId) };
    });
  }

  /** Under four answers not even how many there are is said. */
  async results(viewer: Viewer, cycleId: string): Promise<UpwardResults> {
    if (!(await this.database.first('SELECT FROM appraisal_cycle WHERE id = $1', [cycleId]))) throw notFound('cycle');
    const found = await sumsOfTeams(this.database, reachOf(viewer), cycleId);
    return {
      results: found.map(({ sums, ...team }) => ({
        ...team,
        answered: team.answered < fewestUpward ? null : team.answered,
        means: upwardMeans(sums, team.answered),
      })),
    };
  }
}
