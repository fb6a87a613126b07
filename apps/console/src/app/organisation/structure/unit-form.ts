import { Component, computed, inject, input, output, signal, type OnInit } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { Acted, DepartmentEntry, TeamEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { OrganisationClient } from '../organisation-client.js';
import { Undoable } from '../undoable.js';

/** A new department, a new team of one, or another name for either. */
@Component({
  selector: 'fc-unit-form',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm],
  templateUrl: './unit-form.html',
})
export class UnitForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly client = inject(OrganisationClient);
  private readonly undoable = inject(Undoable);
  private readonly format = inject(Formats);
  /** For a new team. */
  readonly department = input<DepartmentEntry>();
  /** For another name. */
  readonly renamed = input<DepartmentEntry | TeamEntry>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();
  /** Is there now, and may be shown. */
  readonly opened = output<string>();

  private readonly kind = computed(() => {
    const renamed = this.renamed();
    if (renamed) return 'departmentId' in renamed ? 'rename-team' : 'rename-department';
    return this.department() ? 'new-team' : 'new-department';
  });
  protected readonly heading = computed(() => this.t(`organisation.unit.${this.kind()}.heading`));
  protected readonly act = computed(() => this.t(`organisation.unit.${this.kind()}.act`));

  private readonly entry = signal<{ name: string; nameZh: string; from: string | null }>({
    name: '',
    nameZh: '',
    from: null,
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 120);
    maxLength(path.nameZh, 120);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ name, nameZh, from }) => {
    const text = `organisation.done.${this.kind()}`;
    const written = { name, nameZh: nameZh || null };
    const acting = this.acting(written, from);
    await this.undoable.does(acting, text, { name }, this.changed());
    if (this.renamed()) this.closed.emit();
    else this.opened.emit((await acting).id);
  });

  ngOnInit(): void {
    const renamed = this.renamed();
    this.entry.set({ name: renamed?.name ?? '', nameZh: renamed?.nameZh ?? '', from: this.format.today() });
  }

  private acting(names: { name: string; nameZh: string | null }, from: string | null): Promise<Acted> {
    const [renamed, department] = [this.renamed(), this.department()];
    if (renamed) {
      const kind = 'departmentId' in renamed ? 'teams' : 'departments';
      return this.client.rename(kind, renamed.id, { ...names, revision: renamed.revision });
    }
    if (department) return this.client.openTeam({ ...names, from, departmentId: department.id });
    return this.client.openDepartment({ ...names, from });
  }
}
