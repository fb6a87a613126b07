import { Client } from 'pg';

const minute = 60_000;

/** What each budget of false alarms means in a department of this size. */
const choices = [
  { budgetDays: 7, threshold: 3.6, falseAlarmDays: 7.1, delayContacts: 290, delayDays: 0.7 },
  { budgetDays: 31, threshold: 4.9, falseAlarmDays: 31.3, delayContacts: 440, delayDays: 1.3 },
  { budgetDays: 92, threshold: 5.9, falseAlarmDays: 92.4, delayContacts: 560, delayDays: 1.7 },
  { budgetDays: 365, threshold: 7.2, falseAlarmDays: 366, delayContacts: 720, delayDays: 2.2 },
];

const judged = [
  { days: 9, outcome: 'explained', cause: 'process', note: 'The e-invoice run of 11:40 was sent twice.' },
  { days: 23, outcome: 'false', cause: null, note: 'One customer passed on a week of mails at once.' },
  { days: 41, outcome: 'explained', cause: 'information', note: 'The price letter named the wrong month.' },
  { days: 66, outcome: 'explained', cause: 'outside', note: 'The bank’s payment gateway was down for three hours.' },
];

/**
 * An alarm that goes on where the head leads, raised by contacts of the last hours; older ones with what came of them;
 * another department where one has ebbed, and one that still learns what is usual. In place of those of the demo company,
 * which may be days old; once for each world.
 *
 * @param {string} databaseUrl
 * @param {string} departmentId
 */
export async function provideAlarms(databaseUrl, departmentId) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Inputs count from 1: those below are of here.
    const { rows } = await client.query('SELECT FROM alarm WHERE n < 0 LIMIT 1');
    if (rows.length === 0) await fill(client, departmentId);
  } finally {
    await client.end();
  }
}

/**
 * @param {Client} client
 * @param {string} departmentId
 */
async function fill(client, departmentId) {
  const { rows: departments } = await client.query('SELECT id FROM department ORDER BY id = $1 DESC, name', [
    departmentId,
  ]);
  await client.query('DELETE FROM alarm_evidence');
  await client.query('DELETE FROM alarm');
  await client.query('DELETE FROM alarm_baseline');
  // The last one is still learnt.
  for (const [index, { id }] of departments.slice(0, -1).entries()) {
    const { rows } = await client.query(
      `INSERT INTO alarm_baseline (id, department_id, usual, contacts_per_day, odds_ratio, budget_days, threshold, choices,
         past_from, past_to, past_contacts, past_complaints, why, since, strength)
       VALUES (gen_random_uuid(), $1, 0.021, 330, 2, 31, 4.9, $2, current_date - 56, current_date - 1, 18480, 388, 'renewed',
         now() - interval '100 days', $3) RETURNING id`,
      [id, JSON.stringify(choices), index === 2 ? 0.1 : null],
    );
    const sum = index === 1 ? 3.1 : 0.4;
    await client.query(
      `INSERT INTO alarm_evidence (department_id, n, sum, since, contacts, complaints, is_raised, baseline_id)
       VALUES ($1, (SELECT coalesce(max(n), 0) FROM alarm_input WHERE department_id = $1), $3, $4, 60, 4, false, $2)`,
      [id, rows[0].id, index === 0 ? 0 : sum, index === 0 ? null : new Date(Date.now() - 95 * minute)],
    );
    if (index === 0) for (const told of judged) await addJudged(client, id, rows[0].id, told);
    if (index === 3) await addEbbed(client, id, rows[0].id);
  }
  await addContacts(client, departmentId);
  await raised(client, departmentId);
}

/** Four hours as usual, the last of them with one reason more and more. */
async function addContacts(/** @type {Client} */ client, /** @type {string} */ departmentId) {
  const { rows: reasons } = await client.query(
    'SELECT id FROM reason WHERE answerable_department_id = $1 ORDER BY name_en',
    [departmentId],
  );
  const now = Math.floor(Date.now() / minute) * minute;
  for (let ago = 240; ago >= 3; ago -= 3) {
    const isRise = ago < 80;
    await client.query(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, reason_id,
         attributes, handling_department_id, answerable_department_id, first_sha256, complaint_mark)
       SELECT id, id, CASE WHEN n % 4 = 0 THEN 'phone' ELSE $6 END, 'in', 'service', 'handled', $2, $2, $5, '{}', $1, $1,
         '\\x00', CASE WHEN n <= $4 THEN 1 ELSE 0 END
       FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $3) n) made`,
      [
        ...[departmentId, new Date(now - ago * minute), 12, isRise ? (ago % 2) + 1 : Number(ago % 12 === 0)],
        ...[reasons[isRise ? 0 : (ago / 3) % reasons.length]?.id ?? null, isRise ? 'email' : 'phone'],
      ],
    );
  }
}

/** Waits until it is raised and looked into, and lets it be some time ago. */
async function raised(/** @type {Client} */ client, /** @type {string} */ departmentId) {
  for (let tries = 0; tries < 60; tries += 1) {
    const { rowCount } = await client.query(
      `UPDATE alarm SET raised_at = least(raised_at, since + interval '34 minutes')
       WHERE department_id = $1 AND outcome IS NULL AND finding IS NOT NULL`,
      [departmentId],
    );
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('No alarm was raised');
}

async function addJudged(
  /** @type {Client} */ client,
  /** @type {string} */ departmentId,
  /** @type {string} */ baselineId,
  /** @type {{ days: number, outcome: string, cause: string | null, note: string }} */ { days, outcome, cause, note },
) {
  await client.query(
    `INSERT INTO alarm (id, department_id, baseline_id, n, raised_at, since, contacts, complaints, outcome, cause, note,
       ended_at, ended_by, told_at, taken_by, taken_at)
     SELECT gen_random_uuid(), $1, $2, -$3::int, at, at - interval '70 minutes', 400 + 20 * $3::int, 20 + $3::int % 7, $4, $5, $6,
       at + interval '2 hours', i.id, at, i.staff_id, at + interval '9 minutes'
     FROM (SELECT now() - make_interval(days => $3::int) AS at) told,
       (SELECT s.id, s.staff_id FROM sign_in s JOIN role_grant g ON g.sign_in_id = s.id WHERE g.department_id = $1 LIMIT 1) i`,
    [departmentId, baselineId, days, outcome, cause, note],
  );
}

const addEbbed = (/** @type {Client} */ client, /** @type {string} */ departmentId, /** @type {string} */ baselineId) =>
  client.query(
    `INSERT INTO alarm (id, department_id, baseline_id, n, raised_at, since, contacts, complaints, told_at, ebbed_at)
     VALUES (gen_random_uuid(), $1, $2, -1, now() - interval '20 hours', now() - interval '21 hours', 310, 17, now(),
       now() - interval '15 hours')`,
    [departmentId, baselineId],
  );
