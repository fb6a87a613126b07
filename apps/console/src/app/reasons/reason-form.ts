import { Component, computed, inject, input, output, signal, type OnInit } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { DepartmentEntry, ReasonEntry } from '@forecall/contracts';
import { injectUnitName, Undoable } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { ReasonsClient } from './reasons-client.js';

interface Entry {
  nameEn: string;
  nameZh: string;
  departmentId: string;
  from: string | null;
}

/** A new reason below another or at the top, or other names and another department for one. */
@Component({
  selector: 'fc-reason-form',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm],
  templateUrl: './reason-form.html',
})
export class ReasonForm implements OnInit {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(ReasonsClient);
  private readonly undoable = inject(Undoable);
  private readonly locale = inject(Locale).name;
  private readonly format = inject(Formats);
  /** The reason that is changed; without it a new one is made. */
  readonly changes = input<ReasonEntry>();
  readonly parent = input<ReasonEntry>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();
  readonly added = output<string>();

  private readonly entry = signal<Entry>({ nameEn: '', nameZh: '', departmentId: '', from: this.format.today() });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.nameEn);
    required(path.nameZh);
    maxLength(path.nameEn, 120);
    maxLength(path.nameZh, 120);
    required(path.departmentId, { when: () => !this.parent() });
  });
  protected readonly heading = computed(() => {
    const [changes, parent] = [this.changes(), this.parent()];
    if (changes) return this.t('reasons.change-heading', { name: this.nameOf(changes) });
    return parent ? this.t('reasons.new-below', { name: this.nameOf(parent) }) : this.t('reasons.new');
  });
  protected readonly inherited = computed(() => {
    const parent = this.parent();
    const department = this.departments().find(({ id }) => id === parent?.answerableDepartmentId);
    return department ? this.t('reasons.as-parent', { department: this.unitName(department) }) : '';
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ departmentId, from, ...names }) => {
    const changes = this.changes();
    const written = { ...names, departmentId: departmentId || null };
    const name = this.locale() === 'zh' ? names.nameZh : names.nameEn;
    const acting = changes
      ? this.client.change(changes.id, { ...written, revision: changes.revision })
      : this.client.add({ ...written, from, parentId: this.parent()?.id ?? null, beforeId: null });
    const text = changes ? 'reasons.done.changed' : 'reasons.done.added';
    await this.undoable.does(acting, text, { name }, this.changed());
    if (changes) this.closed.emit();
    else this.added.emit((await acting).id);
  });

  ngOnInit(): void {
    const changes = this.changes();
    if (!changes) return;
    const { nameEn, nameZh, departmentId } = changes;
    this.entry.set({ nameEn, nameZh, departmentId: departmentId ?? '', from: null });
  }

  private nameOf({ nameEn, nameZh }: ReasonEntry): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }
}
