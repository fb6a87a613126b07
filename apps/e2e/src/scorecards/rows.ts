import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { knownDepartments, knownPeople } from '../world/known-people.js';
import type { World } from '../world/world.js';

/** A whole month of their own, in which no other spec counts anything. */
export const october = '2024-10-01..2024-10-31';

/** Satisfied of answers, in team Billing 1. */
export const people = [
  { name: knownPeople.rep.name, satisfied: 15, answers: 24 },
  { name: 'Ida Holm', satisfied: 33, answers: 36 },
  { name: 'Jon Vale', satisfied: 27, answers: 30 },
  { name: 'Kim Ruo', satisfied: 2, answers: 4 },
  { name: 'Lea Wren', satisfied: 25, answers: 30 },
] as const;

async function asked<Result>(world: World, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Contacts of that October with answers about them, by members of the team. */
export const anOctoberOfAnswers = (world: World): Promise<void> =>
  asked(world, async (client) => {
    const [department, team] = [knownDepartments.billing.name[0], knownDepartments.billing.team[0]];
    for (const { name, satisfied, answers } of people) {
      const place = [uuid(), name, team];
      await client.query(
        `WITH added AS (
           INSERT INTO staff (id, name, external_id) SELECT $1, $2, $2 WHERE NOT EXISTS (SELECT FROM staff WHERE name = $2)
           RETURNING id)
         INSERT INTO membership (id, staff_id, team_id)
         SELECT gen_random_uuid(), id, (SELECT id FROM team WHERE name = $3) FROM added`,
        place,
      );
      await client.query(
        `WITH who AS (
           SELECT s.id AS rep_id, t.id AS team_id, d.id AS department_id,
             (SELECT staff_id FROM leadership WHERE team_id = t.id AND role = 'supervisor') AS supervisor_id
           FROM staff s, team t, department d WHERE s.name = $1 AND t.name = $2 AND d.name = $3),
         taken AS (
           INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, rep_id, team_id,
             supervisor_id, handling_department_id, answerable_department_id, first_sha256)
           SELECT id, id, 'phone', 'in', 'service', 'handled', '2024-10-14T02:00:00Z', '2024-10-14T02:05:00Z', rep_id,
             team_id, supervisor_id, department_id, department_id, '\\x00'
           FROM who, (SELECT gen_random_uuid() AS id FROM generate_series(1, $4::int)) one
           RETURNING *)
         INSERT INTO answer (id, contact_id, kind, scale, score, entered_how, at, rep_id, team_id, supervisor_id,
           handling_department_id, answerable_department_id, channel)
         SELECT gen_random_uuid(), id, 'csat', 5, CASE WHEN row_number() OVER (ORDER BY id) <= $5 THEN 5 ELSE 2 END,
           'survey', ended_at, rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id, channel
         FROM taken`,
        [name, team, department, answers, satisfied],
      );
    }
  });

/** Nothing is wanted of anybody. */
export const noIndicators = (world: World) => asked(world, (client) => client.query('TRUNCATE indicator'));

/** What is wanted since the beginning of that year; of promises nobody has any. */
export const indicatorsOf2024 = (world: World): Promise<void> =>
  asked(world, async (client) => {
    await client.query('TRUNCATE indicator');
    for (const [card, metric, dial] of [
      ['rep', 'csat', null],
      ['rep', 'promise-kept-rate', null],
      ['supervisor', 'csat', 'targets'],
      ['supervisor', 'promise-kept-rate', 'team'],
      ['supervisor', 'exam-pass-rate', 'skills'],
    ])
      await client.query(
        `INSERT INTO indicator (id, card, metric, target, floor, weight, dial, from_day)
         VALUES (gen_random_uuid(), $1, $2, 0.85, 0.6, 2, $3, '2024-01-01')`,
        [card, metric, dial],
      );
  });
