import {
  type AlarmInput,
  type AlarmPlan,
  addDays,
  followAlarm,
  localDay,
  type DayOfContacts,
  unwatched,
  usualAlarmBudget,
  type Watched,
} from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { type BaselineColumns, putInForce } from '../baselines/baseline.query.js';
import { columnsOf, pastDays } from '../baselines/baseline-columns.js';
import { simulateBaselines } from '../baselines/baseline-thread.js';
import { pastFrom } from '../baselines/past.js';
import { choiceOf } from '../baselines/put-under-watch.js';
import { addInputs, type InputRow, lockWatched, saveWatched } from '../feed/watched.query.js';

/** So much past there is before anything is watched, and so seldom it is read anew: each time costs a simulation. */
const [firstAfterDays, renewedAfterDays] = [56, 91];
const inputsAtOnce = 20_000;

interface Minute {
  readonly at: Date;
  readonly contacts: number;
  readonly complaints: number;
}

/**
 * Plays the whole past of every department through the alarms, as if it had been watched from the beginning: with the
 * baselines it would have had, made anew each quarter, and every alarm it would have raised. Of departments that were
 * never watched, from the tallies, within the caller's transaction. What was raised is judged by nobody.
 */
export async function playPast(sql: Sql, zone: string): Promise<void> {
  const departments = await sql.rows<{ id: string }>(
    'SELECT id FROM department WHERE NOT EXISTS (SELECT FROM alarm_evidence e WHERE e.department_id = department.id) ORDER BY id',
  );
  const played: Playing[] = [];
  for (const { id } of departments) played.push(await new Playing(id, zone).play(await minutesOf(sql, id)));
  await lockWatched(
    sql,
    departments.map(({ id }) => id),
  );
  for (const playing of played) await playing.keep(sql);
}

const minutesOf = (sql: Sql, departmentId: string): Promise<Minute[]> =>
  sql.rows<Minute & Record<string, unknown>>(
    `SELECT bucket AS at, sum(handled)::int AS contacts, sum(complaint)::int AS complaints FROM tally_minute
     WHERE side = 'answerable' AND department_id = $1 GROUP BY bucket HAVING sum(handled) <> 0 OR sum(complaint) <> 0 ORDER BY bucket`,
    [departmentId],
  );

interface PlayedAlarm {
  readonly id: string;
  readonly baselineId: string | null;
  readonly n: number;
  readonly raisedAt: Date;
  readonly since: Date;
  readonly contacts: number;
  readonly complaints: number;
  ebbedAt: Date | null;
}

class Playing {
  private watched: Watched = unwatched;
  private readonly inputs: InputRow[] = [];
  private readonly baselines: { readonly columns: BaselineColumns; readonly at: Date }[] = [];
  private readonly alarms: PlayedAlarm[] = [];

  constructor(
    private readonly departmentId: string,
    private readonly zone: string,
  ) {}

  async play(all: readonly Minute[]): Promise<this> {
    const byDay = Map.groupBy(all, ({ at }) => localDay(at, this.zone));
    const days = daysOf(byDay);
    const baselines = await baselinesOf(this.departmentId, days);
    for (const { day } of days) {
      const minutes = byDay.get(day) ?? [];
      const [due] = baselines;
      if (due && due.on <= day && minutes[0] && !this.watched.evidence.isRaised)
        this.renew(
          baselines.splice(0, baselines.findLastIndex(({ on }) => on <= day) + 1).at(-1) ?? due,
          minutes[0].at,
        );
      for (const minute of minutes) this.take(minute);
    }
    return this;
  }

  private renew({ columns }: DatedBaseline, at: Date): void {
    this.baselines.push({ columns, at });
    this.follow({ kind: 'baseline', plan: planOf(columns) });
    const { departmentId, inputs } = this;
    inputs.push({ departmentId, n: inputs.length + 1, kind: 'baseline', baselineId: columns.id });
  }

  private take({ at, contacts, complaints }: Minute): void {
    if (!this.watched.plan) return;
    const event = this.follow({ kind: 'contacts', at: at.getTime(), contacts, complaints });
    const n = this.inputs.length + 1;
    this.inputs.push({ departmentId: this.departmentId, n, kind: 'contacts', minute: at, contacts, complaints });
    const known = new Date(at.getTime() + 2 * 60_000);
    const { evidence } = this.watched;
    if (event === 'raised')
      this.alarms.push({
        ...{
          id: uuid(),
          baselineId: this.baselines.at(-1)?.columns.id ?? null,
          n,
          raisedAt: known,
          since: new Date(evidence.since ?? at),
        },
        ...{ contacts: evidence.contacts, complaints: evidence.complaints, ebbedAt: null },
      });
    const latest = this.alarms.at(-1);
    if (event === 'ebbed' && latest) latest.ebbedAt = known;
  }

  private follow(input: AlarmInput): 'raised' | 'ebbed' | null {
    const { watched, event } = followAlarm(this.watched, input);
    this.watched = watched;
    return event;
  }

  async keep(sql: Sql): Promise<void> {
    for (const [n, { columns, at }] of this.baselines.entries()) {
      const { threshold } = planOf(columns);
      const why = n === 0 ? 'first' : 'renewed';
      await putInForce(sql, columns, { budgetDays: usualAlarmBudget, threshold, why, by: null, at });
    }
    for (let from = 0; from < this.inputs.length; from += inputsAtOnce)
      await addInputs(sql, this.inputs.slice(from, from + inputsAtOnce));
    const { departmentId, watched } = this;
    const baselineId = this.baselines.at(-1)?.columns.id ?? null;
    await saveWatched(sql, [{ departmentId, n: this.inputs.length, baselineId, watched }]);
    await sql.change(
      `INSERT INTO alarm (id, department_id, baseline_id, n, raised_at, since, contacts, complaints, ebbed_at)
       SELECT id, $1, "baselineId", n, "raisedAt", since, contacts, complaints, "ebbedAt"
       FROM json_to_recordset($2) AS a (id uuid, "baselineId" uuid, n bigint, "raisedAt" timestamptz, since timestamptz,
         contacts int, complaints int, "ebbedAt" timestamptz)`,
      [departmentId, JSON.stringify(this.alarms)],
    );
  }
}

const planOf = ({ usual, oddsRatio, choices }: BaselineColumns): AlarmPlan => ({
  ...{ usual, oddsRatio, threshold: choiceOf(choices, usualAlarmBudget).threshold },
});

type Day = DayOfContacts & { readonly day: string };

interface DatedBaseline {
  readonly on: string;
  readonly columns: BaselineColumns;
}

/** From the first day with a contact to the last, those between without one included. */
function daysOf(byDay: ReadonlyMap<string, readonly Minute[]>): Day[] {
  const [first, last] = [[...byDay.keys()][0], [...byDay.keys()].at(-1)];
  const days: Day[] = [];
  for (let day = first; day !== undefined && last !== undefined && day <= last; day = addDays(day, 1))
    days.push({ day, ...sumOf(byDay.get(day) ?? []) });
  return days;
}

/** As they would have been made, one each quarter, from the days before. */
async function baselinesOf(departmentId: string, days: readonly Day[]): Promise<DatedBaseline[]> {
  const made = [];
  for (let n = firstAfterDays; n < days.length; n += renewedAfterDays) {
    const past = pastFrom(days.slice(Math.max(0, n - pastDays), n));
    if (past) made.push({ on: days[n]?.day ?? '', past });
  }
  const simulated = made.length > 0 ? await simulateBaselines(made.map(({ past }) => past.days)) : [];
  return made.flatMap(({ on, past }, n) => {
    const baseline = simulated[n];
    return baseline
      ? [{ on, columns: { ...columnsOf(departmentId, past, baseline), restartedOn: null, id: uuid() } }]
      : [];
  });
}

const sumOf = (minutes: readonly Minute[]): DayOfContacts => ({
  contacts: minutes.reduce((sum, { contacts }) => sum + contacts, 0),
  complaints: minutes.reduce((sum, { complaints }) => sum + complaints, 0),
});
