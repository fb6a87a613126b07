import { Injectable } from '@nestjs/common';
import type { OpenUnits } from '@forecall/contracts';
import { IsNull } from 'typeorm';
import type { Act } from '../organisation/acts/acts.service.js';
import { type DepartmentDetails, DepartmentService } from '../organisation/units/department.service.js';
import { Department } from '../organisation/units/department.entity.js';
import { Team } from '../organisation/units/team.entity.js';
import { type TeamDetails, TeamService } from '../organisation/units/team.service.js';
import { conflict } from '../platform/http/problem.js';

const isNamed = (name: string) => (unit: { readonly name: string }) => unit.name.toLowerCase() === name.toLowerCase();

/** Departments and teams by their names: found where they are there, else opened. */
@Injectable()
export class OpenUnitsService {
  constructor(
    private readonly departments: DepartmentService,
    private readonly teams: TeamService,
  ) {}

  /** All at once. Refused where all of them are there already, as there would be nothing to undo. */
  async open(act: Act, { departments }: OpenUnits): Promise<Department | Team> {
    let last: Department | Team | undefined;
    for (const { teams, ...details } of departments) {
      const { department, isNew } = await this.department(act, details);
      if (isNew) last = department;
      for (const wanted of teams) {
        const team = await this.team(act, department.id, wanted);
        if (team.isNew) last = team.team;
      }
    }
    if (!last) throw conflict('nothing-new', 'All of these are there already.');
    return last;
  }

  async department(act: Act, details: DepartmentDetails): Promise<{ department: Department; isNew: boolean }> {
    const present = (await act.entities.findBy(Department, { to: IsNull() })).find(isNamed(details.name));
    if (present) return { department: present, isNew: false };
    return { department: await this.departments.open(act, { ...details, from: null }), isNew: true };
  }

  async team(act: Act, departmentId: string, details: TeamDetails): Promise<{ team: Team; isNew: boolean }> {
    const present = (await act.entities.findBy(Team, { departmentId, to: IsNull() })).find(isNamed(details.name));
    if (present) return { team: present, isNew: false };
    return { team: await this.teams.open(act, { ...details, departmentId, from: null }), isNew: true };
  }
}
