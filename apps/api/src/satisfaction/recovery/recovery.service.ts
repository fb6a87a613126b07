import { Injectable } from '@nestjs/common';
import { addWorkingSeconds } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { CalendarService } from '../../calendars/calendar.service.js';
import { DutyService } from '../../duties/duty.service.js';
import type { Sql } from '../../platform/database/database.js';
import { creditedOf, insertRecovery, type LowBounds, noteNewest, openedBy, presentOf } from './recovery.query.js';
import { recoverySetting } from './recovery-setting.query.js';

export interface Scored {
  readonly id: string;
  readonly kind: string;
  readonly scale: number;
  readonly score: number;
}

export interface Answered {
  /** null: it was recorded without being asked for by a form. */
  readonly askId: string | null;
  /** null: about the relationship. */
  readonly contactId: string | null;
  /** The sign-in that entered it; null: the customer. */
  readonly by: string | null;
  readonly answers: readonly Scored[];
}

/**
 * A low answer is seen to: within the transaction that records it, whoever leads the credited team has a duty about it, one
 * for each asking and one at a time for each contact. A better answer that comes later ends it not, but stands beside it.
 * Imported answers pass by here; they are of the past.
 */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly duties: DutyService,
    private readonly calendars: CalendarService,
  ) {}

  async note(sql: Sql, { askId, contactId, by, answers }: Answered): Promise<void> {
    const measured = answers.filter(({ kind }) => kind !== 'item');
    const [first] = measured;
    if (!first) return;
    const bounds = await recoverySetting(sql);
    const low = measured.find((answer) => isLow(answer, bounds));
    const present = await presentOf(sql, { askId, contactId });
    if (!present) {
      if (low) await this.open(sql, { askId, low, by, bounds });
      return;
    }
    const now = measured.find(({ kind }) => kind === present.kind) ?? low ?? first;
    await noteNewest(sql, present.id, now.id);
    if (!present.isOpen) return;
    const isSame = now.kind === present.kind && now.score === present.score;
    const said = isSame ? shown(now) : `${shown(present)} → ${shown(now)}`;
    await this.duties.tellAnew(sql, present.dutyId, { said });
  }

  /** It was recorded by mistake: there is nothing to see to. */
  async withdraw(sql: Sql, answerId: string, by: string): Promise<void> {
    for (const { dutyId } of await openedBy(sql, answerId))
      await this.duties.end(sql, dutyId, { outcome: 'cancelled', by });
  }

  private async open(
    sql: Sql,
    { askId, low, by, bounds }: { askId: string | null; low: Scored; by: string | null; bounds: LowBounds },
  ): Promise<void> {
    const credited = await creditedOf(sql, low.id);
    if (!credited) return;
    const { ownerId, departmentId, account, accountZh, accountId } = credited;
    const id = uuid();
    const names = { account, accountZh, accountId };
    const duty = await this.duties.open(sql, {
      ...{ kind: 'recovery', ownerId, departmentId: ownerId === null ? departmentId : null, by },
      ...{ dueAt: await this.dueAt(sql, credited, bounds.dueMinutes), source: { entity: 'recovery', id } },
      parameters: { said: shown(low), ...Object.fromEntries(Object.entries(names).filter(isTold)) },
    });
    await insertRecovery(sql, { id, dutyId: duty.id, askId, answerId: low.id });
  }

  private async dueAt(
    sql: Sql,
    { ownerId, departmentId }: { readonly ownerId: string | null; readonly departmentId: string },
    minutes: number,
  ): Promise<Date> {
    const now = new Date();
    const calendar = await this.calendars.calendarOf(
      ownerId === null ? { departmentId } : { staffId: ownerId },
      now,
      sql,
    );
    return addWorkingSeconds(calendar, now, minutes * 60) ?? new Date(now.getTime() + minutes * 60_000);
  }
}

const scales: Readonly<
  Record<string, { readonly scale: number; readonly highest: number; readonly bound: keyof LowBounds }>
> = {
  csat: { scale: 5, highest: 5, bound: 'csatMost' },
  nps: { scale: 11, highest: 10, bound: 'npsMost' },
  ces: { scale: 7, highest: 7, bound: 'cesMost' },
};

function isLow({ kind, scale, score }: Scored, bounds: LowBounds): boolean {
  const told = scales[kind];
  return told?.scale === scale && score <= (bounds[told.bound] ?? -1);
}

/** In any language: the score and the highest there is. */
const shown = ({ kind, score }: Pick<Scored, 'kind' | 'score'>): string => `${score} / ${scales[kind]?.highest ?? ''}`;

const isTold = (entry: [string, string | null]): entry is [string, string] => entry[1] !== null;
