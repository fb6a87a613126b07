import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { knownDepartments, knownPeople } from '../world/known-people.js';
import type { World } from '../world/world.js';

/** A time of their own, in which no other spec counts anything; and one of nothing. */
export const spring = '2025-03-01..2025-04-30';
export const nothingThen = '2025-01-01..2025-01-31';

export const otherTeam = 'Billing 9';

/**
 * Of Billing: the known rep with the worst rate of all, by few contacts, and somebody far beyond chance with a better one.
 * The hard matter comes mostly to the known rep, and so do the complaints, which are all of it.
 */
export const people = [
  { name: knownPeople.rep.name, team: knownDepartments.billing.team[0], resolved: 15, n: 24, hard: 20, complaints: 9 },
  { name: 'Ada Fern', team: knownDepartments.billing.team[0], resolved: 54, n: 60, hard: 4, complaints: 2 },
  { name: 'Ben Ode', team: otherTeam, resolved: 60, n: 71, hard: 5, complaints: 2 },
  { name: 'Cleo Park', team: otherTeam, resolved: 83, n: 130, hard: 8, complaints: 3 },
  { name: 'Dai Rao', team: otherTeam, resolved: 70, n: 80, hard: 5, complaints: 2 },
  { name: 'Ema Sole', team: otherTeam, resolved: 2, n: 3, hard: 0, complaints: 0 },
] as const;

/** Contacts handled in that spring, by people of two teams of Billing. */
export async function aSpringOfContacts(world: World): Promise<void> {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  const [departmentId, teamId] = [knownDepartments.billing.name[0], uuid()];
  const department = '(SELECT id FROM department WHERE name = $1)';
  await client.query(`INSERT INTO team (id, department_id, name) VALUES ($2, ${department}, $3)`, [
    ...[departmentId, teamId, otherTeam],
  ]);
  for (const { name, team, resolved, n, hard, complaints } of people) {
    await client.query(
      `INSERT INTO staff (id, name, external_id) SELECT $1, $2, $2 WHERE NOT EXISTS (SELECT FROM staff WHERE name = $2)`,
      [uuid(), name],
    );
    await client.query(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, resolved, reason_id, rep_id,
         team_id, handling_department_id, answerable_department_id, first_sha256)
       SELECT id, id, 'phone', 'in', 'service', 'handled', '2025-03-12T02:00:00Z', '2025-03-12T02:05:00Z', n <= $2,
         CASE WHEN n <= $6 THEN $7::uuid END,
         (SELECT id FROM staff WHERE name = $3), (SELECT id FROM team WHERE name = $4), ${department}, ${department}, '\\x00'
       FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $5::int) n) one`,
      [departmentId, resolved, name, team, n, hard, knownDepartments.billing.reasonId],
    );
    // Closed long ago: no list of today holds them.
    await client.query(
      `WITH concerned AS (
         INSERT INTO complaint (id, contact_id, first_received_at, found_by_us, rep_concerned_id, team_concerned_id)
         SELECT gen_random_uuid(), c.id, c.ended_at, false, c.rep_id, c.team_id FROM contact c
         WHERE c.rep_id = (SELECT id FROM staff WHERE name = $1) AND c.ended_at = '2025-03-12T02:05:00Z'
           AND c.reason_id IS NOT NULL ORDER BY c.id LIMIT $2
         RETURNING id, first_received_at)
       INSERT INTO complaint_step (id, complaint_id, step, at)
       SELECT gen_random_uuid(), id, 'closed', first_received_at + interval '1 day' FROM concerned`,
      [name, complaints],
    );
  }
  await client.end();
}
