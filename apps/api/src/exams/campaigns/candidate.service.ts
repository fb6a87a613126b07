import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { ExcuseCandidate, ExtendCandidate } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField, conflict, notFound } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { ExamReminders } from '../booking/exam-reminders.js';
import { GoneExams } from '../booking/gone-exams.js';
import { candidateQueue } from './candidate-queue.js';
import { led, notBegun } from './campaign.service.js';
import type { LockedCampaign } from './campaign.query.js';
import { todayOf } from './figures-of.js';
import { candidateOf, excuse, extend, putBack, syncCandidates } from './candidates.query.js';

const name = 'exam-candidates';

/** Who must pass: joiners come in and leavers go out by themselves; the head takes out, puts back and gives more time. */
@Injectable()
export class CandidateService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    private readonly gone: GoneExams,
    private readonly reminders: ExamReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(candidateQueue, () => this.look());
  }

  @Cron('15 * * * * *', { name })
  tick(): Promise<void> {
    return this.schedules.tick(name, 'minute', candidateQueue);
  }

  /** Makes the candidates of all running campaigns agree with the organisation, and reminds of what is at hand. */
  async look(): Promise<void> {
    await this.database.transaction(async (sql) => {
      await syncCandidates(sql, null);
      await this.gone.cancel(sql, null, null);
      await this.reminders.look(sql);
    });
  }

  excuse(viewer: Viewer, campaignId: string, candidateId: string, told: ExcuseCandidate): Promise<void> {
    return this.change(viewer, campaignId, candidateId, { out: told }, async (sql, { opensOn }) => {
      if (told.outOn < opensOn)
        throw badField({ path: 'outOn', code: 'before-campaign', message: 'lies before the campaign' });
      // Of a campaign that is still to open: from its first day.
      if (told.outOn > opensOn && told.outOn > (await todayOf(sql)))
        throw badField({ path: 'outOn', code: 'ahead-of-time', message: 'lies in the future' });
      await excuse(sql, candidateId, told);
      await this.gone.cancel(sql, campaignId, viewer);
    });
  }

  extend(viewer: Viewer, campaignId: string, candidateId: string, told: ExtendCandidate): Promise<void> {
    return this.change(viewer, campaignId, candidateId, { until: told }, async (sql, { endsOn }) => {
      if (told.untilOn <= endsOn)
        throw badField({ path: 'untilOn', code: 'not-longer', message: 'is not later than the end of the campaign' });
      await extend(sql, candidateId, told);
    });
  }

  putBack(viewer: Viewer, campaignId: string, candidateId: string): Promise<void> {
    return this.change(viewer, campaignId, candidateId, { out: null }, async (sql) => {
      if ((await putBack(sql, candidateId)) === 0)
        throw conflict('not-excused', 'Only whom the head took out is put back by hand.');
      await syncCandidates(sql, campaignId);
    });
  }

  private change(
    viewer: Viewer,
    campaignId: string,
    candidateId: string,
    after: Record<string, unknown>,
    work: (sql: Sql, campaign: LockedCampaign) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (sql) => {
      const campaign = await led(sql, viewer, campaignId);
      if (campaign.state !== 'running') throw notBegun();
      const candidate = await candidateOf(sql, campaignId, candidateId);
      if (!candidate) throw notFound('candidate');
      await work(sql, campaign);
      await this.trail.record(sql, viewer, {
        ...{ act: 'campaign.candidate-changed', entity: 'campaign', id: campaignId, name: campaign.name },
        after: { candidate: candidate.name, ...after },
      });
    });
  }
}
