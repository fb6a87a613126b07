import { Injectable } from '@nestjs/common';
import type { CheckedStaff, StaffTable } from '@forecall/contracts';
import type { Act, Row } from '../../organisation/acts/acts.service.js';
import { StaffService } from '../../organisation/staff/staff.service.js';
import { LeadershipService } from '../../organisation/units/leadership.service.js';
import { Database } from '../../platform/database/database.js';
import { badRequest } from '../../platform/http/problem.js';
import { OpenUnitsService } from '../open-units.service.js';
import { knownTo } from './staff-known.query.js';
import { type Known, staffFaults, type StaffLine, teamKey } from './staff-table.js';

/** A table of people, typed or pasted: looked through first, then taken as a whole or not at all. */
@Injectable()
export class StaffTableService {
  constructor(
    private readonly database: Database,
    private readonly units: OpenUnitsService,
    private readonly staff: StaffService,
    private readonly leaderships: LeadershipService,
  ) {}

  async check({ lines }: StaffTable): Promise<CheckedStaff> {
    const known = await knownTo(this.database, lines);
    return { faults: staffFaults(lines, known), ...newUnits(lines, known) };
  }

  async hire(act: Act, { lines }: StaffTable): Promise<Row> {
    const faults = staffFaults(lines, await knownTo(act.sql, lines));
    if (faults.length > 0) {
      const fields = faults.map(({ line, column, code }) => ({ path: `lines.${line}.${column}`, code, message: code }));
      throw badRequest('staff-table', `${faults.length} cells are wrong.`, { fields });
    }
    let last: Row | undefined;
    for (const line of lines) last = await this.hireOne(act, line);
    if (!last) throw new Error('A table has at least one line.');
    return last;
  }

  private async hireOne(act: Act, { department, team, name, email, number, isSupervisor }: StaffLine): Promise<Row> {
    const teamId = team.trim() === '' ? null : await this.teamNamed(act, department.trim(), team.trim());
    const staff = await this.staff.hire(act, {
      ...{ name: name.trim(), email: email.trim() || null, externalId: number.trim() || null },
      ...{ zone: null, extension: null, teamId, from: null },
    });
    if (isSupervisor && teamId !== null) {
      const always = { from: null, to: null };
      await this.leaderships.appoint(act, {
        unit: 'team',
        unitId: teamId,
        staffId: staff.id,
        role: 'supervisor',
        ...always,
      });
    }
    return staff;
  }

  private async teamNamed(act: Act, department: string, team: string): Promise<string> {
    const found = await this.units.department(act, { name: department, nameZh: null });
    return (await this.units.team(act, found.row.id, { name: team, nameZh: null })).row.id;
  }
}

function newUnits(lines: readonly StaffLine[], known: Known): Omit<CheckedStaff, 'faults'> {
  const named = lines.filter(({ department, team }) => department.trim() !== '' && team.trim() !== '');
  const departments = new Map(named.map(({ department }) => [department.trim().toLowerCase(), department.trim()]));
  const teams = new Map(
    named.map(({ department, team }) => [
      teamKey(department, team),
      { department: department.trim(), team: team.trim() },
    ]),
  );
  return {
    newDepartments: [...departments].filter(([key]) => !known.departments.has(key)).map(([, name]) => name),
    newTeams: [...teams].filter(([key]) => !known.teams.has(key)).map(([, team]) => team),
  };
}
