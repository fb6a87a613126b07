import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { round } from '../table.mjs';
import { client } from '../world.mjs';
import { drawing, makeDepartment } from './department.mjs';
import { budgetDays, Run } from './year.mjs';

const [departments, firstPastDays, yearDays, seed] = [20, 56, 365, 1];
const dist = join(import.meta.dirname, '../../../apps/api/dist/alarms');
const beginning = Date.UTC(2026, 0, 1);
const linesAtOnce = 10_000;

/** A run that keeps what it was fed and which minutes raised an alarm. */
class Recorded extends Run {
  steps = [];
  raised = [];

  renew(day) {
    const before = this.baseline;
    super.renew(day);
    if (this.baseline !== before) this.steps.push({ baseline: this.baseline });
  }

  minute(at, n, contacts, complaints) {
    const before = this.counts.alarms;
    super.minute(at, n, contacts, complaints);
    const minute = beginning + Math.round(at * 24 * 60) * 60_000;
    if (contacts > 0) this.steps.push({ minute: new Date(minute), contacts, complaints });
    if (this.counts.alarms > before) this.raised.push(minute);
  }
}

/**
 * One seed's year through the database, by the functions of the live path: what waits is taken, evidence and alarms are
 * kept, baselines put in force. The alarms must be those of the functions alone.
 */
export async function throughDatabase({ makeDatabase, onProgress }) {
  const [{ takeDue }, { putUnderWatch }] = await Promise.all(
    ['feed/take-due.js', 'baselines/put-under-watch.js'].map((file) => import(join(dist, file))),
  );
  const { databaseUrl } = await makeDatabase();
  const connection = await client(databaseUrl);
  const sql = sqlOn(connection);
  const sums = { minutes: 0, alone: 0, stored: 0, same: 0 };
  for (let n = 0; n < departments; n += 1) {
    onProgress(`department ${n + 1} of ${departments} through the database`);
    const draw = drawing(seed * 1_000 + n);
    const run = new Recorded(seed, makeDepartment(draw, n, departments), 'beta').days(draw, -firstPastDays, yearDays);
    const id = randomUUID();
    await connection.query('INSERT INTO department (id, name) VALUES ($1, $2)', [id, `Department ${n}`]);
    for (const part of parts(run.steps)) {
      await connection.query('BEGIN');
      if (part[0].baseline) await putUnderWatch(sql, columnsOf(id, part[0].baseline), inForce);
      else {
        await wait(connection, id, part);
        await takeDue(sql, { before: new Date(beginning + 2 * yearDays * 86_400_000), raisedAt: (minute) => minute });
      }
      await connection.query('COMMIT');
    }
    const { rows } = await connection.query('SELECT raised_at AS at FROM alarm WHERE department_id = $1 ORDER BY n', [
      id,
    ]);
    const stored = rows.map(({ at }) => at.getTime());
    sums.minutes += run.steps.length;
    sums.alone += run.raised.length;
    sums.stored += stored.length;
    sums.same += stored.filter((minute, index) => minute === run.raised[index]).length;
  }
  await connection.end();
  return [
    [
      'one seed through the database',
      'minutes fed',
      'alarms by the functions',
      'by the database',
      'at the same minute',
    ],
    [
      `${departments} departments, a year`,
      ...[sums.minutes, sums.alone, sums.stored, sums.same].map((count) => round(count)),
    ],
  ];
}

const inForce = { why: 'renewed', by: null, at: new Date() };

/** Minutes in portions, and each baseline by itself, in their order. */
function* parts(steps) {
  let minutes = [];
  for (const step of steps) {
    if (minutes.length > 0 && (step.baseline || minutes.length === linesAtOnce)) {
      yield minutes;
      minutes = [];
    }
    if (step.baseline) yield [step];
    else minutes.push(step);
  }
  if (minutes.length > 0) yield minutes;
}

const columnsOf = (departmentId, { usual, strength, contactsPerDay, choices }) => ({
  ...{ departmentId, usual, strength: Number.isFinite(strength) ? strength : null, contactsPerDay, oddsRatio: 2 },
  ...{ choices: choices.map((choice) => ({ ...choice, budgetDays })), restartedOn: null },
  ...{ pastFrom: '2026-01-01', pastTo: '2026-01-01', pastContacts: 0, pastComplaints: 0 },
});

const wait = (connection, departmentId, minutes) =>
  connection.query(
    `INSERT INTO alarm_pending (department_id, minute, contacts, complaints)
     SELECT $1, minute, contacts, complaints FROM json_to_recordset($2) AS m (minute timestamptz, contacts int, complaints int)`,
    [departmentId, JSON.stringify(minutes)],
  );

/** What the functions of the API ask of a connection. */
const sqlOn = (connection) => ({
  rows: async (text, values = []) => (await connection.query(text, values)).rows,
  first: async (text, values = []) => (await connection.query(text, values)).rows[0],
  change: async (text, values = []) => (await connection.query(text, values)).rowCount ?? 0,
  prepared: async (name, text, values = []) => (await connection.query({ name, text, values })).rows,
});
