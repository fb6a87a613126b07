import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { type Acted, type LeaveEntry, type LeaveKind, leaveKinds } from '@forecall/contracts';
import { type PickedStaff, StaffPicker, Undoable } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { LeaveClient } from './leave-client.js';

interface Entry {
  staffId: PickedStaff | null;
  from: string | null;
  to: string | null;
  fromMidday: boolean;
  untilMidday: boolean;
  kind: LeaveKind;
  standInId: PickedStaff | null;
  note: string;
}

/** Somebody's time off: from when to when, halves of days, and who stands in. */
@Component({
  selector: 'fc-leave-form',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm, StaffPicker],
  templateUrl: './leave-form.html',
  styles: `
    .half {
      display: flex;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class LeaveForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(LeaveClient);
  private readonly undoable = inject(Undoable);
  /** The leave that is changed; without it a new one is entered. */
  readonly leave = input<LeaveEntry>();
  readonly closed = output();
  readonly changed = input.required<() => void>();

  protected readonly kinds = leaveKinds;
  private readonly entry = signal<Entry>({
    ...{ staffId: null, from: this.format.today(), to: this.format.today(), fromMidday: false, untilMidday: false },
    ...{ kind: 'annual', standInId: null, note: '' },
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.staffId);
    required(path.from);
    required(path.to);
    maxLength(path.note, 500);
  });
  protected readonly heading = computed(() => {
    const leave = this.leave();
    return leave ? this.t('leave.of', { name: leave.staff.name }) : this.t('leave.new');
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ staffId, from, to, standInId, ...rest }) => {
    if (!staffId || from === null || to === null) return;
    const leave = this.leave();
    const told = { ...rest, from, to, standInId: standInId?.id ?? null };
    const acting = leave
      ? this.client.change(leave.id, { ...told, revision: leave.revision })
      : this.client.enter({ ...told, staffId: staffId.id });
    const text = leave ? 'leave.done.changed' : 'leave.done.entered';
    await this.does(acting, text, staffId.name);
    this.closed.emit();
  });

  ngOnInit(): void {
    const leave = this.leave();
    if (!leave) return;
    const { staff, from, to, fromMidday, untilMidday, kind, standIn, note } = leave;
    const picked = (one: { id: string; name: string } | null) => one && { ...one, email: null };
    this.entry.set({
      ...{ staffId: picked(staff), from, to, fromMidday, untilMidday, kind: kind ?? 'other' },
      ...{ standInId: picked(standIn), note: note ?? '' },
    });
  }

  protected async cancel(): Promise<void> {
    const leave = this.leave();
    if (!leave) return;
    this.failure.set(null);
    try {
      const acting = this.client.cancel(leave.id, leave.revision);
      await this.does(acting, 'leave.done.cancelled', leave.staff.name);
      this.closed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }

  /** Those who enter leave are no administrators: their acts are taken back by a way of their own. */
  private does(acting: Promise<Acted>, text: string, name: string): Promise<void> {
    return this.undoable.does(acting, text, { name }, this.changed(), (act) => this.client.undo(act));
  }
}
