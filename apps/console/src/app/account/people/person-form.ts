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
import { BothVersions } from '../../ui/versions/both-versions.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { changesIn, noPerson, type PersonEntry, personEntryOf } from './person-entry.js';
import { injectPersonWords } from './person-words.js';

/**
 * What is known of somebody: who they are, when and in which order they are called, and whether at all. Where somebody
 * else saved meanwhile nothing is overwritten: both versions are shown.
 */
@Component({
  selector: 'fc-person-form',
  imports: [BothVersions, Field, FormField, Input, Panel, PanelForm, WeekFields],
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
  /** As it was read when this began, or as somebody else saved it since. */
  private readonly before = signal<PersonAtAccount | undefined>(undefined);
  private readonly saved = signal<PersonAtAccount | undefined>(undefined);
  protected readonly base = computed(() => entryOf(this.before()) ?? noPerson);
  protected readonly theirs = computed(() => entryOf(this.saved()));
  protected readonly words = injectPersonWords();
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
    const before = this.before();
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
      if (problemOf(error).code !== 'changed-meanwhile' || !(await this.showBoth(id))) throw ofForm(error);
    }
  });

  ngOnInit(): void {
    this.before.set(this.person());
    this.entry.set(personEntryOf(this.person()));
  }

  /** What was made of both, against what is saved now. */
  protected async saveChosen(entry: PersonEntry): Promise<void> {
    this.before.set(this.saved());
    this.saved.set(undefined);
    this.entry.set(entry);
    await this.send();
  }

  /** Somebody else saved first; whoever has left since is not there any more. */
  private async showBoth(id: string): Promise<boolean> {
    const theirs = (await this.client.page(this.file.id())).account.people.find((one) => one.id === id);
    this.saved.set(theirs);
    this.file.changed();
    return theirs !== undefined;
  }
}

const entryOf = (person: PersonAtAccount | undefined) => person && personEntryOf(person);

/** The server names one number of several, and the reason inside what it belongs to. */
function ofForm(error: unknown): unknown {
  const problem = problemOf(error);
  const fields = problem.fields?.map((field) => ({
    ...field,
    path: field.path === 'doNotCall.why' ? 'why' : field.path.replace(/\..*$/, ''),
  }));
  return fields ? new ProblemError({ ...problem, fields }) : error;
}
