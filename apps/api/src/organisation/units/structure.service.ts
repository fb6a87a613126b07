import { Injectable } from '@nestjs/common';
import type { Leader, Structure, StructureQuery } from '@forecall/contracts';
import { addDays, startOfDay } from '@forecall/domain';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { departmentsAt, leadersAt, settings, teamsAt, withoutTeamCount } from './structure.query.js';

const mostUnits = 2000;

/** The organisation as it stands at one instant. */
@Injectable()
export class StructureService {
  constructor(private readonly database: Database) {}

  async read({ on, closed }: StructureQuery): Promise<Structure> {
    const row = await settings(this.database);
    if (!row) throw notFound('organisation');
    const { today, ...organisation } = row;
    const at = on === undefined ? new Date() : new Date(startOfDay(addDays(on, 1), organisation.zone).getTime() - 1);
    const [departments, teams, leaders, withoutTeam] = await Promise.all([
      departmentsAt(this.database, at, closed === 'yes', mostUnits + 1),
      teamsAt(this.database, at, closed === 'yes', mostUnits + 1),
      leadersAt(this.database, at),
      withoutTeamCount(this.database, at),
    ]);
    const leadersOf = new Map<string, Leader[]>();
    for (const { unitId, ...leader } of leaders) leadersOf.set(unitId, [...(leadersOf.get(unitId) ?? []), leader]);
    const led = <Unit extends { id: string }>(unit: Unit) => ({ ...unit, leaders: leadersOf.get(unit.id) ?? [] });
    const shownTeams = teams.slice(0, mostUnits).map(led);
    return {
      asOf: at.toISOString(),
      today,
      organisation,
      departments: departments.slice(0, mostUnits).map((department) => ({
        ...led(department),
        teams: shownTeams.filter(({ departmentId }) => departmentId === department.id),
      })),
      withoutTeamCount: withoutTeam,
      isComplete: departments.length <= mostUnits && teams.length <= mostUnits,
    };
  }
}
