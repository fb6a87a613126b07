import { client } from './world.mjs';

export const sizesOfKeyAccounts = { accounts: 50_000, people: 200_000, reps: 1_000, teams: 100 };
const { accounts, people, reps, teams } = sizesOfKeyAccounts;
const healthDays = 30;

/** A UUID of the form the API reads, made of a text. */
const idOf = (text) => `overlay(overlay(md5(${text}) placing '7' from 13) placing '8' from 17)::uuid`;
const id = (what, n = 'n') => idOf(`'${what}' || ${n}`);
const accountOf = (n) => id('account', `(1 + (${n}) % ${accounts})`);
const repOf = (n) => id('rep', `(1 + (${n}) % ${reps})`);

/** Accounts in classes and care, their people, calls made, promises, trainings, revenue, complaints, answers, dossiers. */
export async function fillKeyAccounts(databaseUrl, { departments, agents }) {
  const sql = await client(databaseUrl);
  const departmentIds = departments.map(({ id: each }) => each);
  for (const table of ['contact', 'complaint', 'answer', 'account', 'person'])
    await sql.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const rows = (text, count, values = []) =>
    sql.query(`${text.replaceAll(':n', `generate_series(1, ${count}) n`)}`, values);
  await rows(
    `INSERT INTO team (id, department_id, name) SELECT ${id('team')}, ($1::uuid[])[1 + n % 6], 'Care ' || n FROM :n`,
    teams,
    [departmentIds],
  );
  await rows(`INSERT INTO staff (id, name, external_id) SELECT ${id('rep')}, 'Carer ' || n, 'C-' || n FROM :n`, reps);
  await rows(
    `INSERT INTO membership (id, staff_id, team_id) SELECT ${id('member')}, ${id('rep')}, ${id('team', `(1 + n % ${teams})`)} FROM :n`,
    reps,
  );
  await sql.query('UPDATE sign_in SET staff_id = $1 WHERE id = $2', [
    (await sql.query(`SELECT ${repOf('1')} AS id`)).rows[0].id,
    agents[0].signInId,
  ]);
  await rows(
    `INSERT INTO account (id, number, name, tier, industry, zone) SELECT ${id('account')}, 'A-' || n, 'Account ' || n,
       (ARRAY['A', 'B', 'C'])[1 + n % 3], 'bank', CASE WHEN n % 4 = 0 THEN 'Europe/Berlin' END FROM :n`,
    accounts,
  );
  await rows(
    `INSERT INTO account_class (id, account_id, class, "from", why) SELECT ${id('class')}, ${id('account')},
       (ARRAY['loyal', 'fast-growing', 'dormant', 'worth-cultivating'])[1 + n % 4], now() - interval '400 days', 'By revenue' FROM :n`,
    accounts,
  );
  await rows(
    `INSERT INTO account_care (id, account_id, staff_id, part, "from") SELECT ${id('care')}, ${id('account')}, ${repOf('n')}, 'rep',
       now() - interval '400 days' FROM :n WHERE n % 500 > 0`,
    accounts,
  );
  await rows(
    `INSERT INTO account_care (id, account_id, staff_id, part, "from") SELECT ${id('support')}, ${id('account')}, ${repOf('n * 7')}, 'support',
       now() - interval '400 days' FROM :n WHERE n % 5 = 0`,
    accounts,
  );
  await rows(
    `INSERT INTO person (id, account_id, name, call_order) SELECT ${id('person')}, ${accountOf('n')}, 'Person ' || n,
       CASE WHEN n <= ${accounts} THEN 1 END FROM :n`,
    people,
  );
  await sql.query(
    `UPDATE contact SET account_id = ${idOf(`'account' || (1 + abs(hashtext(id::text)) % ${accounts})`)}, account_class = 'loyal'`,
  );
  await sql.query(
    `INSERT INTO complaint (id, contact_id, first_received_at, owner_id, summary, severity, is_open, number_year)
     SELECT c.id, c.id, c.ended_at, c.rep_id, 'Charged twice', 'small', c.ended_at > now() - interval '20 days',
       extract(year FROM c.ended_at)
     FROM contact c WHERE complaint_mark > 0`,
  );
  await sql.query(
    `INSERT INTO clock (id, complaint_id, kind, unit, amount, started_at, due_soon_at, due_at)
     SELECT ${idOf(`'answer' || k.id`)}, k.id, 'answer', 'elapsed', 1, k.first_received_at, k.first_received_at + interval '5 days',
       k.first_received_at + interval '10 days' FROM complaint k`,
  );
  await sql.query(
    `INSERT INTO answer (id, contact_id, account_id, kind, scale, score, entered_how, at, account_class,
       handling_department_id, answerable_department_id)
     SELECT ${idOf(`'answer of' || c.id`)}, c.id, c.account_id, 'csat', 5, 1 + abs(hashtext(c.id::text)) % 5, 'survey', c.ended_at, 'loyal',
       c.handling_department_id, c.answerable_department_id
     FROM contact c WHERE abs(hashtext(c.id::text)) % 5 = 0`,
  );
  // Six calls made before, the last of them 0 to 29 days ago.
  await rows(
    `INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id, state, ended_at, class)
     SELECT ${id('call')}, ${accountOf('n')}, day, day, ${repOf(`1 + n % ${accounts}`)}, 'reached', day + interval '10 hours', 'loyal'
     FROM :n, LATERAL (SELECT current_date - (hashtext('d' || n % ${accounts}) & 15) - 14 * (n / ${accounts})::int AS day) d`,
    6 * accounts - 1,
  );
  await rows(
    `INSERT INTO promise (id, account_id, what, original_due_at, due_at, owner_id, made_at, kept_at)
     SELECT ${id('promise')}, ${accountOf('n')}, 'A written answer', due, due, ${repOf('n')}, due - interval '5 days',
       CASE WHEN n % 10 > 0 THEN due - interval '1 day' END
     FROM :n, LATERAL (SELECT now() + interval '10 days' - n * interval '3 minutes' AS due) d`,
    4 * accounts,
  );
  // Each open promise is a duty; of those that are due half have been told of and have gone up.
  await sql.query(
    `INSERT INTO duty (id, kind, owner_id, due_at, remind_at, source_entity, source_id, parameters, created_at)
     SELECT ${idOf(`'duty' || p.id`)}, 'promise', p.owner_id, p.due_at, p.due_at - interval '1 day', 'promise', p.id, '{}', p.made_at
     FROM promise p WHERE p.kept_at IS NULL`,
  );
  await sql.query(
    `INSERT INTO duty_told (duty_id, what, for_time) SELECT d.id, 'due', d.due_at FROM duty d
     WHERE d.kind = 'promise' AND d.due_at < now() AND hashtext(d.id::text) % 2 = 0`,
  );
  await rows(
    `INSERT INTO training_session (id, account_id, topic, held_on) SELECT ${id('training')}, ${accountOf('n')}, 'Reports',
       current_date - n % 700 FROM :n`,
    2 * accounts,
  );
  await rows(
    `INSERT INTO training_attendance (session_id, person_id) SELECT ${id('training')}, ${id('person', `(1 + n % ${accounts})`)} FROM :n`,
    2 * accounts,
  );
  await rows(
    `INSERT INTO revenue_month (account_id, month, amount) SELECT ${accountOf('n')},
       (date_trunc('month', now()) - (n / ${accounts}) * interval '1 month')::date, 1000 + n % 1000 FROM :n`,
    15 * accounts - 1,
  );
  await rows(
    `INSERT INTO dossier_version (id, account_id, part, n, text) SELECT ${id('dossier')}, ${accountOf('n')},
       (ARRAY['background', 'organisation', 'project', 'way-in'])[1 + (n / ${accounts})], 1, 'Known' FROM :n`,
    4 * accounts - 1,
  );
  await rows(
    `INSERT INTO account_health (account_id, day, health, band) SELECT ${accountOf('n')}, current_date - 1 - (n / ${accounts})::int,
       40 + h, CASE WHEN h < 20 THEN 'at-risk' WHEN h < 40 THEN 'watch' ELSE 'good' END
     FROM :n, LATERAL (SELECT abs(hashtext('h' || n)) % 61 AS h) d`,
    healthDays * accounts - 1,
  );
  for (const table of ['contact', 'complaint', 'answer', 'account', 'person'])
    await sql.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await sql.query('VACUUM ANALYZE');
  const { rows: found } = await sql.query(`SELECT ${id('account', '1')} AS "accountId", ${repOf('1')} AS "staffId"`);
  await sql.end();
  return { ...found[0], staffLogin: agents[0].login };
}
