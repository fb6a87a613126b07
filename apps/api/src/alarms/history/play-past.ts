import {
  type AlarmInput,
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
import { putInForce } from '../baselines/baseline.query.js';
import { columnsOf, pastDays, renewDays } from '../baselines/baseline-columns.js';
import { simulateBaseline } from '../baselines/baseline-thread.js';
import { pastFrom } from '../baselines/past.js';
import { choiceOf } from '../baselines/put-under-watch.js';
import { addInputs, type InputRow, lockWatched, saveWatched } from '../feed/watched.query.js';

/** So much past there is before anything is watched. */
const firstAfterDays = 56;
const inputsAtOnce = 20_000;

interface Minute {
  readonly at: Date;
  readonly contacts: number;
  readonly complaints: number;
}

/**
 * Plays the whole past of every department through the alarms, as if it had been watched from the beginning: with the
 * baselines it would have had, made anew each month, and every alarm it would have raised. Of departments that were
 * never watched, from the tallies, within the caller's transaction. What was raised is judged by nobody.
 */
export async function playPast(sql: Sql, zone: string): Promise<void> {
  const departments = await sql.rows<{ id: string }>(
    'SELECT id FROM department WHERE NOT EXISTS (SELECT FROM alarm_evidence e WHERE e.department_id = department.id) ORDER BY id',
  );
  // Each simulates in a thread of its own; the database takes one after the other.
  const played = await Promise.all(departments.map(async ({ id }) => new Playing(sql, id, zone).play()));
  await lockWatched(
    sql,
    departments.map(({ id }) => id),
  );
  for (const playing of played) await playing.keep();
}

const minutesOf = (sql: Sql, departmentId: string): Promise<Minute[]> =>
  sql.rows<Minute & Record<string, unknown>>(
    `SELECT bucket AS at, sum(handled)::int AS contacts, sum(complaint)::int AS complaints FROM tally_minute
     WHERE side = 'answerable' AND department_id = $1 GROUP BY bucket HAVING sum(handled) <> 0 OR sum(complaint) <> 0 ORDER BY bucket`,
    [departmentId],
  );

class Playing {
  private watched: Watched = unwatched;
  private baselineId: string | null = null;
  private baselineOn = '';
  private readonly inputs: InputRow[] = [];
  private readonly baselines: (() => Promise<unknown>)[] = [];
  private readonly alarms: {
    id: string;
    baselineId: string | null;
    n: number;
    raisedAt: Date;
    since: Date;
    contacts: number;
    complaints: number;
    ebbedAt: Date | null;
  }[] = [];

  constructor(
    private readonly sql: Sql,
    private readonly departmentId: string,
    private readonly zone: string,
  ) {}

  async play(): Promise<this> {
    const byDay = Map.groupBy(await minutesOf(this.sql, this.departmentId), ({ at }) => localDay(at, this.zone));
    const [first, last] = [[...byDay.keys()][0], [...byDay.keys()].at(-1)];
    if (first === undefined || last === undefined) return this;
    const days: (DayOfContacts & { readonly day: string })[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const minutes = byDay.get(day) ?? [];
      if (days.length >= firstAfterDays && this.isDue(day))
        await this.renew(days.slice(-pastDays), day, minutes[0]?.at);
      for (const minute of minutes) this.take(minute);
      days.push({ day, ...sumOf(minutes) });
    }
    return this;
  }

  private isDue(day: string): boolean {
    return this.baselineOn === '' || (!this.watched.evidence.isRaised && addDays(this.baselineOn, renewDays) <= day);
  }

  private async renew(
    days: readonly (DayOfContacts & { readonly day: string })[],
    day: string,
    at = new Date(),
  ): Promise<void> {
    const past = pastFrom(days);
    const made = past && (await simulateBaseline(past.days));
    if (!made) return;
    const columns = { ...columnsOf(this.departmentId, past, made), restartedOn: null };
    const { threshold } = choiceOf(columns.choices, usualAlarmBudget);
    const id = uuid();
    const why = this.baselineOn === '' ? 'first' : 'renewed';
    this.baselines.push(() =>
      putInForce(this.sql, { ...columns, id }, { budgetDays: usualAlarmBudget, threshold, why, by: null, at }),
    );
    [this.baselineId, this.baselineOn] = [id, day];
    this.follow({ kind: 'baseline', plan: { usual: columns.usual, oddsRatio: columns.oddsRatio, threshold } });
    this.inputs.push({ departmentId: this.departmentId, n: this.inputs.length + 1, kind: 'baseline', baselineId: id });
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
        ...{ id: uuid(), baselineId: this.baselineId, n, raisedAt: known, since: new Date(evidence.since ?? at) },
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

  async keep(): Promise<void> {
    for (const put of this.baselines) await put();
    for (let from = 0; from < this.inputs.length; from += inputsAtOnce)
      await addInputs(this.sql, this.inputs.slice(from, from + inputsAtOnce));
    const { departmentId, baselineId, watched } = this;
    await saveWatched(this.sql, [{ departmentId, n: this.inputs.length, baselineId, watched }]);
    await this.sql.change(
      `INSERT INTO alarm (id, department_id, baseline_id, n, raised_at, since, contacts, complaints, ebbed_at)
       SELECT id, $1, "baselineId", n, "raisedAt", since, contacts, complaints, "ebbedAt"
       FROM json_to_recordset($2) AS a (id uuid, "baselineId" uuid, n bigint, "raisedAt" timestamptz, since timestamptz,
         contacts int, complaints int, "ebbedAt" timestamptz)`,
      [departmentId, JSON.stringify(this.alarms)],
    );
  }
}

const sumOf = (minutes: readonly Minute[]): DayOfContacts => ({
  contacts: minutes.reduce((sum, { contacts }) => sum + contacts, 0),
  complaints: minutes.reduce((sum, { complaints }) => sum + complaints, 0),
});
