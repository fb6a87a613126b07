import type { Sql } from '../../platform/database/database.js';
import { type Known, type StaffLine, teamKey } from './staff-table.js';

interface TeamRow {
  readonly department: string;
  readonly team: string | null;
  readonly isLed: boolean;
}

/** What of the company a table of people may meet. */
export async function knownTo(sql: Sql, lines: readonly StaffLine[]): Promise<Known> {
  const emails = await sql.rows<{ email: string }>(
    'SELECT lower(email) AS email FROM staff WHERE lower(email) = ANY ($1)',
    [lines.map(({ email }) => email.trim().toLowerCase())],
  );
  const numbers = await sql.rows<{ number: string }>(
    'SELECT external_id AS number FROM staff WHERE external_id = ANY ($1)',
    [lines.map(({ number }) => number.trim())],
  );
  const units = await sql.rows<TeamRow & Record<string, unknown>>(/* sql */ `
    SELECT d.name AS department, t.name AS team, EXISTS (
      SELECT FROM leadership l WHERE l.team_id = t.id AND l.role = 'supervisor' AND (l."to" IS NULL OR l."to" > now())
    ) AS "isLed"
    FROM department d LEFT JOIN team t ON t.department_id = d.id AND t."to" IS NULL
    WHERE d."to" IS NULL`);
  const keyed = units.flatMap(({ department, team, isLed }) =>
    team === null ? [] : [{ key: teamKey(department, team), isLed }],
  );
  return {
    emails: new Set(emails.map(({ email }) => email)),
    numbers: new Set(numbers.map(({ number }) => number)),
    departments: new Set(units.map(({ department }) => department.toLowerCase())),
    teams: new Set(keyed.map(({ key }) => key)),
    ledTeams: new Set(keyed.filter(({ isLed }) => isLed).map(({ key }) => key)),
  };
}
