import { Component, computed, inject, input, OnInit, output, signal } from '@angular/core';
import { email, form, FormField, maxLength, minLength, pattern, required } from '@angular/forms/signals';
import { influences, type PersonAtAccount } from '@forecall/contracts';
import { validateWeek, WeekFields } from '../../calendars/index.js';
import { zonesFor } from '../../platform/format/zones.js';
import { ProblemError, problemOf } from '../../platform/http/problem-error.js';
import { localeNames } from '../../platform/i18n/locale.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { changesIn, noPerson, type PersonEntry, personEntryOf } from './person-entry.js';

/** What is known of somebody: who they are, when and in which order they are called, and whether at all. */
@Component({
  selector: 'fc-person-form',
  imports: [Field, FormField, Input, Panel, PanelForm, WeekFields],
  templateUrl: './person-form.html',
})
export class PersonForm implements OnInit {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly client = inject(AccountClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly file = inject(AccountFile);
  readonly person = input.required<PersonAtAccount>();
  readonly closed = output();

  protected readonly influences = influences;
  protected readonly languages = localeNames;
  protected readonly zones = computed(() => zonesFor(this.person().zone ?? ''));
  protected readonly entry = signal<PersonEntry>(noPerson);
  private before: PersonAtAccount | undefined;
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 200);
    maxLength(path.nameZh, 200);
    maxLength(path.position, 200);
    email(path.email);
    pattern(path.callOrder, /^([1-9]\d?)?$/);
    required(path.why, { when: ({ valueOf }) => valueOf(path.mayCall) === 'no' });
    minLength(path.why, 3);
    validateWeek(path);
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const { before } = this;
    if (!before) return;
    const { id } = before;
    const [was, changed] = [personEntryOf(before), this.file.changed];
    const told = changesIn(entry, was);
    try {
      const { revision } = await this.client.changePerson(id, { revision: before.revision, ...told });
      const values = { name: this.nameOf({ name: entry.name, nameZh: entry.nameZh || null }) };
      this.toasts.show({
        text: told.hasLeft ? 'account.person.done-left' : 'account.person.done',
        values,
        undo: () =>
          this.faults.heed(this.client.changePerson(id, { revision, ...changesIn(was, entry) })).then(changed),
      });
      changed();
      if (told.hasLeft) this.file.close();
      else this.closed.emit();
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') await this.takeUp(id);
      throw ofForm(error);
    }
  });

  ngOnInit(): void {
    this.before = this.person();
    this.entry.set(personEntryOf(this.person()));
  }

  /** Somebody else saved: what they wrote is shown in the fields that were not touched here. */
  private async takeUp(id: string): Promise<void> {
    const theirs = (await this.client.page(this.file.id())).account.people.find((one) => one.id === id);
    this.file.changed();
    if (!theirs || !this.before) return;
    const [mine, was] = [this.entry(), personEntryOf(this.before)];
    const own = Object.entries(mine).filter(([field, value]) => value !== was[field as keyof PersonEntry]);
    this.before = theirs;
    this.entry.set({ ...personEntryOf(theirs), ...Object.fromEntries(own) });
  }
}

/** The server names one number of several, and the reason inside what it belongs to. */
function ofForm(error: unknown): unknown {
  const problem = problemOf(error);
  const fields = problem.fields?.map((field) => ({
    ...field,
    path: field.path === 'doNotCall.why' ? 'why' : field.path.replace(/\..*$/, ''),
  }));
  return fields ? new ProblemError({ ...problem, fields }) : error;
}
