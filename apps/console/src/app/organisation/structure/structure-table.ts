import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DepartmentEntry, Leader, TeamEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import { TableKeys } from '../../ui/table/table-keys.js';
import { phaseOf } from '../dated/period-text.js';
import { injectUnitName } from '../dated/unit-name.js';

type Unit = DepartmentEntry | TeamEntry;

interface Row {
  readonly unit: Unit;
  readonly isTeam: boolean;
  readonly members: number;
  readonly teams: number;
}

/** Every department with its teams below it: who leads, how many there are, and what is to change. */
@Component({
  selector: 'fc-structure-table',
  imports: [Glyph, RouterLink, TableKeys],
  templateUrl: './structure-table.html',
  styleUrl: './structure-table.css',
})
export class StructureTable {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly nameOf = injectUnitName();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  /** As of when. */
  readonly at = input.required<string>();
  readonly withoutTeamCount = input.required<number>();
  readonly current = input<string>();

  protected readonly rows = computed((): Row[] =>
    this.departments().flatMap((department) => [
      { unit: department, isTeam: false, members: membersOf(department), teams: department.teams.length },
      ...department.teams.map((team) => ({ unit: team, isTeam: true, members: team.memberCount, teams: 0 })),
    ]),
  );

  protected leader(unit: Unit): Leader | undefined {
    return unit.leaders.find((one) => one.role !== 'stand-in' && this.isPresent(one));
  }

  protected standIns(unit: Unit): string {
    const names = unit.leaders.filter((one) => one.role === 'stand-in' && this.isPresent(one)).map(({ name }) => name);
    return names.length > 0
      ? this.t('organisation.structure.stand-in', { names: names.join(this.t('ui.list-comma')) })
      : '';
  }

  protected isClosed(unit: Unit): boolean {
    return phaseOf(unit, new Date(this.at())) === 'past';
  }

  /** What is dated after the day that is shown. */
  protected changes(unit: Unit): string[] {
    const at = new Date(this.at());
    const changes: string[] = [];
    if (unit.from !== null && phaseOf(unit, at) === 'coming')
      changes.push(this.t('organisation.change.opens', { day: this.format.date(unit.from) }));
    for (const leader of unit.leaders) {
      if (leader.from === null || phaseOf(leader, at) !== 'coming') continue;
      const key = leader.role === 'stand-in' ? 'organisation.change.stands-in' : 'organisation.change.leads';
      changes.push(this.t(key, { name: leader.name, day: this.format.date(leader.from) }));
    }
    if (unit.to !== null) {
      const key = this.isClosed(unit) ? 'organisation.change.closed' : 'organisation.change.closes';
      changes.push(this.t(key, { day: this.format.date(new Date(Date.parse(unit.to) - 1)) }));
    }
    return changes;
  }

  private isPresent(leader: Leader): boolean {
    return phaseOf(leader, new Date(this.at())) === 'present';
  }
}

const membersOf = (department: DepartmentEntry): number =>
  department.teams.reduce((sum, team) => sum + team.memberCount, 0);
