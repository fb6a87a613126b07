import { Component, computed, inject, input, linkedSignal, output, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DepartmentEntry, Leader, TeamEntry } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Faults } from '../../platform/notice/faults.js';
import { Panel } from '../../ui/panel/panel.js';
import { EndForm } from '../dated/end-form.js';
import { injectPeriodText, phaseOf } from '../dated/period-text.js';
import { injectUnitName } from '../dated/unit-name.js';
import { OrganisationClient } from '../organisation-client.js';
import { StaffClient } from '../staff-client.js';
import { Undoable } from '../undoable.js';
import { CloseForm } from './close-form.js';
import { LeaderForm } from './leader-form.js';
import { UnitForm } from './unit-form.js';

type Task = 'look' | 'rename' | 'appoint' | 'close' | 'new-team' | { readonly end: Leader };

/** One department or team: who leads it and who is in it, and the acts on it, each in a form of its own. */
@Component({
  selector: 'fc-unit-panel',
  imports: [CloseForm, EndForm, LeaderForm, Panel, RouterLink, UnitForm],
  templateUrl: './unit-panel.html',
  styleUrl: './unit-panel.css',
})
export class UnitPanel {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectUnitName();
  protected readonly periodText = injectPeriodText();
  private readonly client = inject(OrganisationClient);
  private readonly staff = inject(StaffClient);
  private readonly undoable = inject(Undoable);
  private readonly clock = inject(ServerClock);
  private readonly faults = inject(Faults);
  readonly unit = input.required<DepartmentEntry | TeamEntry>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();
  readonly opened = output<string>();

  private readonly id = computed(() => this.unit().id);
  protected readonly task = linkedSignal({ source: this.id, computation: (): Task => 'look' });
  protected readonly ending = computed(() => {
    const task = this.task();
    return typeof task === 'object' ? task.end : undefined;
  });

  protected readonly team = computed(() => {
    const unit = this.unit();
    return 'departmentId' in unit ? unit : undefined;
  });
  protected readonly department = computed(() => {
    const unit = this.unit();
    return 'departmentId' in unit ? this.departments().find(({ id }) => id === unit.departmentId) : unit;
  });
  protected readonly isClosed = computed(() => this.unit().to !== null);
  protected readonly members = resource({
    params: () => {
      const team = this.team();
      return team && { team: team.id, count: team.memberCount };
    },
    loader: async ({ params }) => (await this.staff.page({ team: params.team, limit: 50 })).staff,
  });

  protected isComing(leader: Leader): boolean {
    return phaseOf(leader, this.clock.now()) === 'coming';
  }

  protected readonly back = (): void => this.task.set('look');

  protected readonly endLeader = async (from: string): Promise<void> => {
    const leader = this.ending();
    if (!leader) return;
    await this.does(this.client.endLeader(leader.id, from, this.unit().revision), 'ended', leader);
  };

  protected withdraw(leader: Leader): Promise<void> {
    return this.faults.heed(
      this.does(this.client.withdrawLeader(leader.id, this.unit().revision), 'withdrawn', leader),
    );
  }

  protected reopen(): Promise<void> {
    const { id, revision } = this.unit();
    const acting = this.client.reopen(this.team() ? 'teams' : 'departments', id, revision);
    return this.faults.heed(this.undoable.does(acting, 'organisation.done.reopened', this.values(), this.changed()));
  }

  private does(acting: ReturnType<OrganisationClient['endLeader']>, what: string, { name }: Leader): Promise<void> {
    const values = { ...this.values(), leader: name };
    return this.undoable.does(acting, `organisation.done.leader-${what}`, values, this.changed());
  }

  private values() {
    return { name: this.nameOf(this.unit()) };
  }
}
