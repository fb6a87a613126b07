import { Component, computed, inject, input, linkedSignal, output, resource } from '@angular/core';
import type { DepartmentEntry, StaffTeam } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { kept } from '../../ui/feedback/kept.js';
import { Faults } from '../../platform/notice/faults.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { shiftDay } from '../../platform/format/day-text.js';
import { Panel } from '../../ui/panel/panel.js';
import { EndForm } from '../dated/end-form.js';
import { injectPeriodText, phaseOf } from '../dated/period-text.js';
import { StaffClient } from '../staff-client.js';
import { Undoable } from '../undoable.js';
import { ChangeForm } from './change-form.js';
import { MoveForm } from './move-form.js';
import { StaffCourse } from './staff-course.js';
import type { UnitNames } from './unit-names.js';

type Task = 'look' | 'move' | 'change' | 'leave' | 'end';

/** One person: what we know, in which teams when, and the acts on them, each in a form of its own. */
@Component({
  selector: 'fc-staff-panel',
  imports: [ChangeForm, EndForm, Load, MoveForm, Panel, Ready, Shape, Skeleton, StaffCourse],
  templateUrl: './staff-panel.html',
  styleUrl: './staff-panel.css',
})
export class StaffPanel {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly periodText = injectPeriodText();
  private readonly client = inject(StaffClient);
  private readonly undoable = inject(Undoable);
  private readonly clock = inject(ServerClock);
  private readonly faults = inject(Faults);
  readonly id = input.required<string>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly names = input.required<UnitNames>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();

  protected readonly task = linkedSignal({ source: this.id, computation: (): Task => 'look' });
  protected readonly file = kept(resource({ params: this.id, loader: ({ params }) => this.client.file(params) }));
  protected readonly person = computed(() => this.file.value());
  protected readonly present = computed(() =>
    this.person()?.memberships.find((one) => phaseOf(one, this.clock.now()) === 'present'),
  );
  protected readonly hasLeft = computed(() => (this.person()?.leftOn ?? null) !== null);

  protected readonly back = (): void => this.task.set('look');
  protected readonly reload = (): void => {
    this.file.reload();
    this.changed()();
  };

  /** The form asks for the last day, and gives the first day after it. */
  protected readonly leave = async (firstDayWithout: string): Promise<void> => {
    const person = this.person();
    if (!person) return;
    const lastDay = shiftDay(firstDayWithout, -1);
    const acting = this.client.leave(person.id, { lastDay, revision: person.revision });
    const values = { name: person.name, day: this.format.day(lastDay) };
    await this.undoable.does(acting, 'organisation.done.left', values, this.reload);
  };

  protected readonly endMembership = async (from: string): Promise<void> => {
    const [person, present] = [this.person(), this.present()];
    if (!person || !present) return;
    const acting = this.client.endMembership(present.membershipId, from, person.revision);
    await this.undoable.does(acting, 'organisation.done.membership-ended', this.valuesOf(present), this.reload);
  };

  protected async withdraw(membership: StaffTeam): Promise<void> {
    const person = this.person();
    if (!person) return;
    const acting = this.client.withdrawMembership(membership.membershipId, person.revision);
    await this.faults.heed(
      this.undoable.does(acting, 'organisation.done.move-withdrawn', this.valuesOf(membership), this.reload),
    );
  }

  protected async comeBack(): Promise<void> {
    const person = this.person();
    if (!person) return;
    const acting = this.client.comeBack(person.id, person.revision);
    await this.faults.heed(
      this.undoable.does(acting, 'organisation.done.came-back', { name: person.name }, this.reload),
    );
  }

  private valuesOf({ teamId, teamName }: StaffTeam) {
    return { name: this.person()?.name ?? '', team: this.names().of(teamId, teamName) };
  }
}
