import { Injectable } from '@nestjs/common';
import type {
  Acted,
  EndIndicator,
  IndicatorList,
  IndicatorQuery,
  ReadyMadeIndicators,
  SetIndicator,
} from '@forecall/contracts';
import { addDays, localDay, readyMadeIndicators } from '@forecall/domain';
import { IsNull, QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { FiguresService } from '../../figures/figures.service.js';
import { type Act, ActsService, changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { UndoService } from '../../organisation/acts/undo.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { badField, conflict } from '../../platform/http/problem.js';
import { Indicator } from './indicator.entity.js';
import { audienceName, refuseFault, refuseUnknownUnit } from './indicator-refusals.js';
import { bringsBackPast, isAnyIndicator, isJudgedFrom, listIndicators, lockIndicators } from './indicator.query.js';

/** Farther ahead nobody plans, farther back nobody has records; and a slip of the hand stays none. */
const mostDaysAhead = 2 * 366;
const mostDaysBack = 20 * 366;

/** What is wanted of which figure on whose card. Dated: a change is another row from a day on, and the past stays. */
@Injectable()
export class IndicatorService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
    private readonly acts: ActsService,
    private readonly undoing: UndoService,
  ) {}

  async list(query: IndicatorQuery): Promise<IndicatorList> {
    const today = localDay(new Date(), await this.figures.zone());
    const found = await listIndicators(this.database, query, today);
    const indicators = found.slice(0, query.limit);
    const isEmpty = found.length === 0 && !(await isAnyIndicator(this.database));
    return { today, isEmpty, indicators, next: found.length > query.limit ? (indicators.at(-1)?.id ?? null) : null };
  }

  set(viewer: Viewer, { inForce, ...told }: SetIndicator): Promise<Acted> {
    refuseFault(told);
    return this.acts.run(viewer, async (act) => {
      checkDay(act, told.from, 'earlier');
      await refuseUnknownUnit(act, told);
      await lockIndicators(act.sql, told.card);
      const { metric, card, departmentId, teamId, from } = told;
      const rows = await act.entities.findBy(Indicator, { metric, card });
      await refuseKnownPast(act, from, rows);
      const ofAudience = rows.filter((row) => row.departmentId === departmentId && row.teamId === teamId);
      const present = ofAudience.find((row) => row.from <= from && (row.to === null || row.to > from));
      if (present && !inForce) throw thereIsOne(present);
      if (present) checkDay(act, from);
      if (present?.id !== inForce?.id || present?.revision !== inForce?.revision) throw changedMeanwhile();
      const later = ofAudience.map((row) => row.from).filter((day) => day > from);
      const set = { ...told, setById: viewer.staffId, setAt: act.at };
      const written =
        present?.from === from
          ? await act.change(Indicator, present, set)
          : await succeed(act, present, { ...set, id: uuid(), to: present?.to ?? later.toSorted()[0] ?? null });
      await record(act, 'indicator.set', written, present ? said(present) : null);
      return written;
    });
  }

  /** Ends on a day; what has not begun by then is withdrawn, and what it had ended goes on in its place. */
  end(viewer: Viewer, id: string, { from: day, revision }: EndIndicator): Promise<Acted> {
    return this.acts.run(viewer, async (act) => {
      checkDay(act, day);
      const row = await act.find(Indicator, id);
      await lockIndicators(act.sql, row.card);
      if (row.revision !== revision) throw changedMeanwhile();
      if (row.to !== null && row.to <= day)
        throw conflict('indicator-ended', 'It ends by then already.', { values: { day: addDays(row.to, -1) } });
      if (row.from < day) {
        const ended = await act.change(Indicator, row, { to: day });
        await record(act, 'indicator.ended', ended, said(row));
        return ended;
      }
      await act.withdraw(Indicator, row);
      const { metric, card, departmentId, teamId } = row;
      const before = await act.entities.findOneBy(Indicator, {
        ...{ metric, card, to: row.from, departmentId: departmentId ?? IsNull(), teamId: teamId ?? IsNull() },
      });
      if (before) await act.change(Indicator, before, { to: row.to });
      await record(act, 'indicator.withdrawn', row, said(row));
      return row;
    });
  }

  /** The set that the practices of the manual come together in, from today or another day; only where nothing was ever set. */
  readyMade(viewer: Viewer, { from: told }: ReadyMadeIndicators): Promise<Acted> {
    return this.acts.run(viewer, async (act) => {
      const from = told ?? act.dayOf(act.at);
      checkDay(act, from, 'earlier');
      await lockIndicators(act.sql, 'rep');
      if (await isAnyIndicator(act.sql)) throw conflict('indicators-there', 'There are indicators already.');
      await refuseKnownPast(act, from, []);
      const rows: Indicator[] = [];
      for (const told of readyMadeIndicators) {
        const dated = { ...told, id: uuid(), departmentId: null, teamId: null, from, to: null };
        rows.push(await act.add(Indicator, { ...dated, setById: viewer.staffId, setAt: act.at }));
      }
      const [first] = rows;
      if (!first) throw new Error('Nothing is ready-made.');
      await act.record({
        ...{ act: 'indicator.ready-made', entity: 'indicator', id: first.id, name: '' },
        after: { indicators: rows.length, from: first.from },
      });
      return first;
    });
  }

  async undo(viewer: Viewer, actId: string): Promise<Acted> {
    // Nothing changes in the table where a row comes back, so it cannot refuse that.
    if (await bringsBackPast(this.database, actId, localDay(new Date(), await this.figures.zone())))
      throw undoTooLate();
    try {
      return await this.undoing.undo(viewer, actId, Indicator.name);
    } catch (error) {
      if (isPast(error)) throw undoTooLate();
      throw error;
    }
  }
}

const thereIsOne = ({ id, from }: Indicator) =>
  conflict('indicator-in-force', 'There is one already for this figure and these cards.', {
    values: { id, day: from },
  });

const undoTooLate = () => conflict('undo-too-late', 'This can no longer be undone: the day has passed.');

/** The table itself refuses to change what held before today. */
const isPast = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23001';

async function succeed(
  act: Act,
  present: Indicator | undefined,
  wanted: Omit<Indicator, 'revision'>,
): Promise<Indicator> {
  if (present) await act.change(Indicator, present, { to: wanted.from });
  return act.add(Indicator, wanted);
}

/**
 * What was wanted on days that are over is rewritten by nothing: there it may be said for the first time only, as for records
 * that were imported, and not where people are appraised by it already.
 */
async function refuseKnownPast(act: Act, from: string, known: readonly Indicator[]): Promise<void> {
  const today = act.dayOf(act.at);
  if (from >= today) return;
  // What was set today for earlier days has narrower ones beside it as well.
  if (known.some((row) => row.from < today && act.dayOf(row.setAt) < today)) throw dayPast();
  if (await isJudgedFrom(act.sql, from))
    throw badField({ path: 'from', code: 'indicator-judged', message: 'lies before the end of a cycle of appraisals' });
}

const dayPast = () => badField({ path: 'from', code: 'day-past', message: 'lies before today' });

function checkDay(act: Act, day: string, allows?: 'earlier'): void {
  const today = act.dayOf(act.at);
  if (day < today && !allows) throw dayPast();
  if (day < addDays(today, -mostDaysBack))
    throw badField({ path: 'from', code: 'indicator-too-early', message: 'lies more than twenty years back' });
  if (day > addDays(today, mostDaysAhead))
    throw badField({ path: 'from', code: 'indicator-too-late', message: 'lies more than two years ahead' });
}

/** As texts: the trail shows numbers as whole counts. */
const said = ({ target, floor, weight, dial, from, to }: Indicator) => ({
  ...{ target: String(target), floor: String(floor), weight: String(weight) },
  ...{ dial, from, to },
});

const record = async (
  act: Act,
  name: 'indicator.set' | 'indicator.ended' | 'indicator.withdrawn',
  row: Indicator,
  before: object | null,
): Promise<void> =>
  act.record({
    ...{ act: name, entity: 'indicator', id: row.id, before },
    name: `${row.metric}, ${row.card}${await audienceName(act.sql, row)}`,
    after: name === 'indicator.withdrawn' ? null : said(row),
  });
