import { Name, type StaffColumn, type StaffFault, type StaffTable } from '@forecall/contracts';
import { z } from 'zod';

export type StaffLine = StaffTable['lines'][number];
type Code = StaffFault['code'];

/** What the company has already; names and addresses in small letters. */
export interface Known {
  readonly emails: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  /** Of `teamKey`. */
  readonly teams: ReadonlySet<string>;
  readonly ledTeams: ReadonlySet<string>;
}

export const teamKey = (department: string, team: string): string =>
  `${department.trim().toLowerCase()}\0${team.trim().toLowerCase()}`;

const Email = z.email().max(254);
const isGood = (schema: z.ZodType, text: string) => schema.safeParse(text).success;

/** What is wrong with a table of people, cell by cell in the order of the lines. */
export function staffFaults(lines: readonly StaffLine[], known: Known): StaffFault[] {
  const emails = new Set<string>();
  const numbers = new Set<string>();
  const led = new Set<string>();
  return lines.flatMap((line) => {
    const faults: StaffFault[] = [];
    const fault = (column: StaffColumn, code: Code | undefined) => {
      if (code) faults.push({ line: line.line, column, code });
    };
    fault('department', line.team.trim() !== '' ? nameFault(line.department) : nameFault(line.department, 'may-lack'));
    fault(
      'team',
      line.department.trim() !== '' && line.team.trim() === '' ? 'team-needed' : nameFault(line.team, 'may-lack'),
    );
    fault('name', nameFault(line.name));
    fault('email', emailFault(line.email, known.emails, emails));
    fault('number', numberFault(line.number, known.numbers, numbers));
    if (line.isSupervisor) fault('isSupervisor', leaderFault(line, known.ledTeams, led));
    return faults;
  });
}

function nameFault(text: string, mayLack?: 'may-lack'): Code | undefined {
  if (text.trim() === '') return mayLack ? undefined : 'required';
  if (isGood(Name, text)) return undefined;
  return text.trim().length > 120 ? 'too-long' : 'required';
}

function emailFault(text: string, taken: ReadonlySet<string>, seen: Set<string>): Code | undefined {
  const email = text.trim().toLowerCase();
  if (email === '') return undefined;
  if (!isGood(Email, email)) return 'email';
  if (taken.has(email)) return 'email-taken';
  return isTwice(email, seen) ? 'email-twice' : undefined;
}

function numberFault(text: string, taken: ReadonlySet<string>, seen: Set<string>): Code | undefined {
  const number = text.trim();
  if (number === '') return undefined;
  if (number.length > 60) return 'too-long';
  if (taken.has(number)) return 'number-taken';
  return isTwice(number, seen) ? 'number-twice' : undefined;
}

function leaderFault(
  { department, team }: StaffLine,
  ledBefore: ReadonlySet<string>,
  led: Set<string>,
): Code | undefined {
  if (team.trim() === '') return 'leads-no-team';
  const key = teamKey(department, team);
  if (ledBefore.has(key)) return 'has-supervisor';
  return isTwice(key, led) ? 'second-supervisor' : undefined;
}

function isTwice(value: string, seen: Set<string>): boolean {
  const isThere = seen.has(value);
  seen.add(value);
  return isThere;
}
