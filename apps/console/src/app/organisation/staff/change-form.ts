import { Component, inject, input, output, signal, type OnInit } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { StaffFile } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { StaffClient } from '../staff-client.js';
import { Undoable } from '../undoable.js';
import { emptyPerson, entryOf, PersonFields, personRules, writtenPerson } from './person-fields.js';

/** Another name, number, e-mail or zone. */
@Component({
  selector: 'fc-change-form',
  imports: [Panel, PanelForm, PersonFields],
  template: `
    <fc-panel
      [heading]="t('organisation.staff.change-heading', { name: person().name })"
      [isDirty]="form().dirty()"
      (closed)="closed.emit()"
    >
      <fc-panel-form
        [act]="t('organisation.save')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-person-fields [form]="form" />
      </fc-panel-form>
    </fc-panel>
  `,
})
export class ChangeForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly client = inject(StaffClient);
  private readonly undoable = inject(Undoable);
  readonly person = input.required<StaffFile>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();

  private readonly entry = signal(emptyPerson);
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => personRules(path));
  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const { id, revision } = this.person();
    const acting = this.client.change(id, { ...writtenPerson(entry), revision });
    await this.undoable.does(acting, 'organisation.done.staff-changed', { name: entry.name }, this.changed());
    this.closed.emit();
  });

  ngOnInit(): void {
    this.entry.set(entryOf(this.person()));
  }
}
