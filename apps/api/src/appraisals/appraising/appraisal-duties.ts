import { Injectable } from '@nestjs/common';
import { addDays, type CycleKind, cycleName, endOfDay } from '@forecall/domain';
import { DutyService } from '../../duties/duty.service.js';
import type { Sql } from '../../platform/database/database.js';
import { judgeIds, judgesOf } from './judges.query.js';
import { headDays, isToSign, lastStep } from './stage.query.js';

const msOfDay = 24 * 3_600_000;

export interface OfCycle {
  readonly id: string;
  readonly kind: CycleKind;
  readonly from: string;
}

export interface OfAppraisal {
  readonly id: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly cycle: OfCycle;
}

interface GoalToLookAt {
  readonly id: string;
  readonly appraisalId: string;
  readonly dueOn: string;
  readonly setBy: string;
  readonly subject: string;
}

/** What appraisals give people to do. Nothing in them says what was written. */
@Injectable()
export class AppraisalDuties {
  constructor(private readonly duties: DutyService) {}

  /** Each appraiser has theirs to write, as one thing. */
  async openWriting(sql: Sql, cycle: OfCycle, to: { ownerId: string; writeBy: string }, by: string): Promise<void> {
    await inTurn(sql, cycle);
    const dueAt = endOfDay(to.writeBy, await zoneOf(sql));
    await this.duties.open(sql, {
      ...{ kind: 'appraisals-write', ownerId: to.ownerId, dueAt, source: sourceOfCycle(cycle), by },
      ...{ remindAt: new Date(dueAt.getTime() - 2 * msOfDay), parameters: periodOf(cycle) },
    });
  }

  /** Whoever has none left to write is done. */
  async endWriting(sql: Sql, cycle: OfCycle, ownerId: string, by: string): Promise<void> {
    await inTurn(sql, cycle);
    const left = await sql.first(
      `SELECT FROM appraisal a ${lastStep} WHERE a.cycle_id = $1 AND a.appraiser_id = $2 AND last.step IS NULL LIMIT 1`,
      [cycle.id, ownerId],
    );
    if (!left) await this.duties.done(sql, { source: sourceOfCycle(cycle), kind: 'appraisals-write', ownerId }, by);
  }

  async openReading(sql: Sql, appraisal: OfAppraisal, answerBy: string, by: string): Promise<void> {
    const dueAt = endOfDay(answerBy, await zoneOf(sql));
    await this.duties.open(sql, {
      ...{ kind: 'appraisal-read', ownerId: appraisal.subjectId, dueAt, source: sourceOf(appraisal), by },
      ...{ remindAt: new Date(dueAt.getTime() - msOfDay), parameters: periodOf(appraisal.cycle) },
    });
  }

  async endReading(sql: Sql, appraisal: OfAppraisal, by: string): Promise<void> {
    await this.duties.done(sql, { source: sourceOf(appraisal), kind: 'appraisal-read' }, by);
  }

  async openDeciding(sql: Sql, appraisal: OfAppraisal, by: string): Promise<void> {
    const parameters = { ...periodOf(appraisal.cycle), subject: appraisal.subject };
    for (const ownerId of await judgeIds(sql, appraisal.id))
      await this.duties.open(sql, {
        ...{ kind: 'appraisal-decide', ownerId, dueAt: inHeadDays(), source: sourceOf(appraisal), by, parameters },
      });
  }

  async endDeciding(sql: Sql, appraisal: OfAppraisal, by: string): Promise<void> {
    await this.duties.done(sql, { source: sourceOf(appraisal), kind: 'appraisal-decide' }, by);
  }

  /** Of a cycle as one thing: there are many, and signing one is quick. */
  async openSigning(sql: Sql, { id, cycle }: OfAppraisal, by: string): Promise<void> {
    for (const ownerId of await judgeIds(sql, id)) await this.openSigningOf(sql, cycle, ownerId, by);
  }

  private async openSigningOf(sql: Sql, cycle: OfCycle, ownerId: string, by: string | null): Promise<void> {
    await inTurn(sql, cycle);
    await this.duties.open(sql, {
      ...{ kind: 'appraisals-sign', ownerId, dueAt: inHeadDays(), source: sourceOfCycle(cycle), by },
      parameters: periodOf(cycle),
    });
  }

  /** Where nobody has answered in time it can be signed all the same. */
  async openUnanswered(sql: Sql): Promise<void> {
    const cycles = await sql.rows<OfCycle & { ownerId: string } & Record<string, unknown>>(/* sql */ `
      SELECT DISTINCT c.id, c.kind, c.from_on::text AS "from", j.staff_id AS "ownerId"
      FROM appraisal a JOIN appraisal_cycle c ON c.id = a.cycle_id AND c.closed_at IS NULL ${lastStep}, LATERAL (${judgesOf('a')}) j
      WHERE last.step = 'given' AND ${isToSign} ORDER BY c.id`);
    for (const { ownerId, ...cycle } of cycles) await this.openSigningOf(sql, cycle, ownerId, null);
  }

  async endSigning(sql: Sql, { id, cycle }: OfAppraisal, by: string): Promise<void> {
    await inTurn(sql, cycle);
    for (const ownerId of await judgeIds(sql, id)) {
      const left = await sql.first(
        `SELECT FROM appraisal a ${lastStep}, LATERAL (${judgesOf('a')}) j
         WHERE a.cycle_id = $1 AND ${isToSign} AND j.staff_id = $2 LIMIT 1`,
        [cycle.id, ownerId],
      );
      if (!left) await this.duties.done(sql, { source: sourceOfCycle(cycle), kind: 'appraisals-sign', ownerId }, by);
    }
  }

  /** Looked at with the member by the day it is due. What the goal says stays with the appraisal. */
  async openGoal(sql: Sql, goal: GoalToLookAt, by: string): Promise<void> {
    const zone = await zoneOf(sql);
    const dueAt = endOfDay(goal.dueOn, zone);
    const remindAt = endOfDay(addDays(goal.dueOn, -3), zone);
    await this.duties.open(sql, {
      ...{ kind: 'appraisal-goal', ownerId: goal.setBy, dueAt, remindAt, by },
      ...{ source: { entity: 'appraisal-goal', id: goal.id } },
      parameters: { subject: goal.subject, goalOf: goal.appraisalId },
    });
  }

  async endGoal(sql: Sql, goalId: string, by: string): Promise<void> {
    await this.duties.done(sql, { source: { entity: 'appraisal-goal', id: goalId } }, by);
  }

  /** The cycle is closed: nobody has anything to do any more. */
  async cancelAll(sql: Sql, cycle: OfCycle, appraisalIds: readonly string[], by: string): Promise<void> {
    await this.duties.cancel(sql, { source: sourceOfCycle(cycle) }, by);
    const open = await sql.rows<{ id: string }>(
      `SELECT DISTINCT source_id AS id FROM duty WHERE source_entity = 'appraisal' AND source_id = ANY ($1::uuid[]) AND done_at IS NULL`,
      [appraisalIds],
    );
    for (const { id } of open) await this.duties.cancel(sql, { source: { entity: 'appraisal', id } }, by);
  }

  /** Another one writes it. */
  async handWriting(sql: Sql, cycle: OfCycle, to: { before: string; after: string; writeBy: string }, by: string) {
    await this.openWriting(sql, cycle, { ownerId: to.after, writeBy: to.writeBy }, by);
    await this.endWriting(sql, cycle, to.before, by);
  }
}

/**
 * What is done once nothing is left of it: who acts at the same moment would each still see what the other is about to do.
 * One after the other, until the transaction is over.
 */
const inTurn = (sql: Sql, { id }: OfCycle): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('appraisal duties ' || $1, 0))`, [id]);

const inHeadDays = () => new Date(Date.now() + headDays * msOfDay);
const sourceOf = ({ id }: OfAppraisal) => ({ entity: 'appraisal', id });
const sourceOfCycle = ({ id }: OfCycle) => ({ entity: 'appraisal-cycle', id });
/** The period as it is shown, in both languages. */
export function periodOf({ kind, from }: OfCycle): { readonly period: string; readonly periodZh: string } {
  const { en, zh } = cycleName(kind, from);
  return { period: en, periodZh: zh };
}

async function zoneOf(sql: Sql): Promise<string> {
  return (await sql.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
}
