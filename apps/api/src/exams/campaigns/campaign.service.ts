import { Injectable } from '@nestjs/common';
import type { CampaignDetail, CampaignPage, CampaignQuery, ChangeCampaign, MakeCampaign } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { GoneExams } from '../booking/gone-exams.js';
import {
  addCampaign,
  begin,
  campaignById,
  type CampaignColumns,
  campaignsPage,
  changeCampaign,
  close,
  isBookedAfter,
  type LockedCampaign,
  lockCampaign,
  publishedVersions,
  strangersAmong,
} from './campaign.query.js';
import { syncCandidates } from './candidates.query.js';
import { countsOf, figuresOf } from './figures-of.js';

/** Campaigns: a department is brought through an exam until everybody has passed. */
@Injectable()
export class CampaignService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly gone: GoneExams,
  ) {}

  async page(viewer: Viewer, query: CampaignQuery): Promise<CampaignPage> {
    const found = await campaignsPage(this.database, reachOf(viewer), query, pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    const counts = await countsOf(
      this.database,
      rows.map(({ id }) => id),
    );
    return { campaigns: rows.map(({ at: _, ...row }) => ({ ...row, ...counts(row.id) })), next };
  }

  async one(viewer: Viewer, id: string, sql: Sql = this.database): Promise<CampaignDetail> {
    const row = await campaignById(sql, reachOf(viewer), id);
    if (!row) throw notFound('campaign');
    return { ...row, ...(await countsOf(sql, [id]))(id), mayLead: leadsDepartment(viewer, row.department.id) };
  }

  async isSeenBy(viewer: Viewer, id: string): Promise<boolean> {
    return (await campaignById(this.database, reachOf(viewer), id)) !== undefined;
  }

  make(viewer: Viewer, { departmentId, ...told }: MakeCampaign): Promise<CampaignDetail> {
    if (!leadsDepartment(viewer, departmentId)) throw forbidden();
    return this.database.transaction(async (sql) => {
      const columns = await columnsOf(sql, uuid(), departmentId, told, await newestVersions(sql, told));
      await addCampaign(sql, columns, departmentId, viewer.signInId);
      await this.record(sql, viewer, 'campaign.made', columns);
      return this.one(viewer, columns.id, sql);
    });
  }

  /** Once it has begun, by whom and by what is examined stays. */
  change(viewer: Viewer, id: string, { revision, ...told }: ChangeCampaign): Promise<CampaignDetail> {
    return this.database.transaction(async (sql) => {
      const campaign = await led(sql, viewer, id, revision);
      if (campaign.state === 'closed') throw closed();
      const before = await this.one(viewer, id, sql);
      const isRunning = campaign.state === 'running';
      if (isRunning) await refuseOtherCourse(sql, campaign, told);
      const versions = isRunning ? versionsKept(before, told) : await newestVersions(sql, told);
      const columns = await columnsOf(sql, id, campaign.departmentId, told, versions);
      if (isRunning) refuseOtherGround(campaign, columns, before);
      await changeCampaign(sql, columns);
      await syncCandidates(sql, id);
      await this.record(sql, viewer, 'campaign.changed', columns);
      return this.one(viewer, id, sql);
    });
  }

  begin(viewer: Viewer, id: string, revision: number): Promise<CampaignDetail> {
    return this.database.transaction(async (sql) => {
      const campaign = await led(sql, viewer, id, revision);
      if (campaign.state !== 'planned') throw conflict('campaign-begun', 'It has begun already.');
      const { assessors } = await this.one(viewer, id, sql);
      if (assessors.length === 0) throw conflict('campaign-without-assessors', 'Nobody is named who examines.');
      await begin(sql, id, viewer.signInId);
      await syncCandidates(sql, id);
      const after = await this.one(viewer, id, sql);
      if (after.eligible === 0) throw conflict('campaign-without-candidates', 'Its teams have no members to examine.');
      await this.record(sql, viewer, 'campaign.begun', { id, name: after.name });
      return after;
    });
  }

  /** It ends when everybody has passed who must, and not before. */
  close(viewer: Viewer, id: string, revision: number): Promise<CampaignDetail> {
    return this.database.transaction(async (sql) => {
      const campaign = await led(sql, viewer, id, revision);
      if (campaign.state !== 'running') throw campaign.state === 'closed' ? closed() : notBegun();
      await syncCandidates(sql, id);
      const { standings, exams } = await figuresOf(sql, campaign);
      const open = exams.filter(({ dispute }) => dispute === 'open').length;
      if (open > 0)
        throw conflict('disputes-open', `${open} results are disputed: each is decided first.`, { values: { open } });
      const left = [...standings.values()].filter(({ standing }) => standing !== 'passed').length;
      if (left > 0) {
        const detail = `${left} have not passed: a campaign ends when everybody has, or is out of it with a date.`;
        throw conflict('not-everybody-passed', detail, { values: { left } });
      }
      await this.gone.cancelOfPassed(sql, [...standings.keys()], viewer);
      await close(sql, id, viewer.signInId);
      await this.record(sql, viewer, 'campaign.closed', { id, name: { en: campaign.name, zh: '' } });
      return this.one(viewer, id, sql);
    });
  }

  private record(
    sql: Sql,
    viewer: Viewer,
    act: 'campaign.made' | 'campaign.changed' | 'campaign.begun' | 'campaign.closed',
    { id, name, ...after }: { id: string; name: { en: string; zh: string } },
  ): Promise<void> {
    return this.trail.record(sql, viewer, { act, entity: 'campaign', id, name: name.en || name.zh, after });
  }
}

export const closed = () => conflict('campaign-closed', 'It is closed.');
export const notBegun = () => conflict('campaign-not-begun', 'It has not begun.');

/** Locked, and led by the viewer. Without a revision: as it stands. */
export async function led(sql: Sql, viewer: Viewer, id: string, revision?: number): Promise<LockedCampaign> {
  const campaign = await lockCampaign(sql, id);
  if (!campaign) throw notFound('campaign');
  if (!leadsDepartment(viewer, campaign.departmentId)) throw forbidden();
  if (revision !== undefined && campaign.revision !== revision) throw changedMeanwhile();
  return campaign;
}

async function columnsOf(
  sql: Sql,
  id: string,
  departmentId: string,
  { rubricId: _, scenarioIds: __, ...told }: Omit<ChangeCampaign, 'revision'>,
  versions: Versions,
): Promise<CampaignColumns> {
  if (told.endsOn < told.opensOn)
    throw badField({ path: 'endsOn', code: 'ends-before-begin', message: 'lies before the first day' });
  const strangers = await strangersAmong(sql, departmentId, told);
  if (strangers.teams)
    throw badField({ path: 'teamIds', code: 'unknown-team', message: 'has a team that is not of the department' });
  if (strangers.assessors)
    throw badField({ path: 'assessorIds', code: 'unknown-staff', message: 'has somebody who does not work here' });
  return { ...told, id, ...versions };
}

type Papers = Pick<ChangeCampaign, 'rubricId' | 'scenarioIds'>;
type Versions = Pick<CampaignColumns, 'rubricVersionId' | 'scenarioVersionIds'>;

/** Of papers that are published and not archived, as they stand now. */
async function newestVersions(sql: Sql, { rubricId, scenarioIds }: Papers): Promise<Versions> {
  const rubricVersionId = (await publishedVersions(sql, 'rubric', [rubricId])).get(rubricId);
  if (rubricVersionId === undefined)
    throw badField({ path: 'rubricId', code: 'unknown-paper', message: 'is no rubric that was published' });
  const versions = await publishedVersions(sql, 'scenario', scenarioIds);
  const missing = scenarioIds.findIndex((one) => !versions.has(one));
  if (missing >= 0)
    throw badField({
      path: `scenarioIds.${missing}`,
      code: 'unknown-paper',
      message: 'is no role play that was published',
    });
  return { rubricVersionId, scenarioVersionIds: [...versions.values()] };
}

const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();

/** The versions with which it began, though there are newer ones by now, or the paper is archived. */
function versionsKept({ rubric, scenarios }: CampaignDetail, told: Papers): Versions {
  const papers = scenarios.map(({ paperId }) => paperId);
  if (told.rubricId !== rubric.paperId || !same(told.scenarioIds, papers)) throw otherGround();
  return { rubricVersionId: rubric.versionId, scenarioVersionIds: scenarios.map(({ versionId }) => versionId) };
}

/** Somebody examines in it, and what is booked is within it. */
async function refuseOtherCourse(
  sql: Sql,
  { id, endsOn }: LockedCampaign,
  told: Pick<ChangeCampaign, 'assessorIds' | 'endsOn'>,
): Promise<void> {
  if (told.assessorIds.length === 0)
    throw badField({ path: 'assessorIds', code: 'without-assessors', message: 'names nobody who examines' });
  if (told.endsOn < endsOn && (await isBookedAfter(sql, id, told.endsOn)))
    throw badField({ path: 'endsOn', code: 'exams-after-end', message: 'lies before an exam that is booked' });
}

const otherGround = () =>
  conflict('campaign-begun-by-this', 'It has begun: its rubric, role plays, rules, teams and first day stay.');

/** By which rules, for how long and for which teams stays as it was when it began. */
function refuseOtherGround(before: LockedCampaign, after: CampaignColumns, detail: CampaignDetail): void {
  const isSame =
    before.opensOn === after.opensOn &&
    before.minutes === after.minutes &&
    same(Object.entries(before.rules).map(String), Object.entries(after.rules).map(String)) &&
    same(
      detail.teams.map(({ id }) => id),
      after.teamIds,
    );
  if (!isSame) throw otherGround();
}
