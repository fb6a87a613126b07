import { Component, computed, inject, input, output, resource, signal, type OnInit } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ContactDetail } from '@forecall/contracts';
import { contactChannels, contactDirections, contactOutcomes, contactPurposes } from '@forecall/domain';
import { FilterNames } from '../../lists/index.js';
import { Formats } from '../../platform/format/formats.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { TypeAhead } from '../../ui/choice/type-ahead.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BothVersions } from '../../ui/versions/both-versions.js';
import { problemOfForm } from '../../ui/versions/form-problem.js';
import { ContactsClient } from '../contacts-client.js';
import { injectEntryWords } from './entry-words.js';
import { changesOf, entryOf, type ContactEntry } from './versions.js';

const empty = { accountId: '', reasonId: '', note: '', resolved: '' } as const;

/** Corrects a contact, with a reason. Where somebody else saved meanwhile nothing is overwritten: both versions are shown. */
@Component({
  selector: 'fc-correct-form',
  imports: [BothVersions, Field, FormField, Input, Panel, PanelForm, TypeAhead],
  templateUrl: './correct-form.html',
})
export class CorrectForm implements OnInit {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = injectEntryWords();
  private readonly format = inject(Formats);
  private readonly names = inject(FilterNames);
  private readonly client = inject(ContactsClient);
  readonly contact = input.required<ContactDetail>();
  readonly heading = input.required<string>();
  readonly closed = output();
  readonly corrected = output();

  protected readonly choices = [
    { field: 'channel', values: contactChannels },
    { field: 'direction', values: contactDirections },
    { field: 'purpose', values: contactPurposes },
    { field: 'outcome', values: contactOutcomes },
    { field: 'resolved', values: ['', 'yes', 'no'] },
  ] as const;
  private readonly entry = signal<ContactEntry & { why: string }>({
    ...empty,
    channel: 'phone',
    direction: 'in',
    purpose: 'service',
    outcome: 'handled',
    why: '',
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
  });
  /** What is being corrected: as it was read first, or as somebody else has saved it since. */
  private readonly base = signal<ContactDetail | null>(null);
  protected readonly baseEntry = computed(() => entryOf(this.base() ?? this.contact()));
  protected readonly meanwhile = signal<{ theirs: ContactDetail; told: string } | null>(null);
  protected readonly mine = computed((): ContactEntry => {
    const { why: _why, ...entry } = this.entry();
    return entry;
  });
  protected readonly theirs = computed(() => {
    const { theirs } = this.meanwhile() ?? {};
    return theirs ? entryOf(theirs) : null;
  });

  protected readonly searched = signal<{ field: 'accountId' | 'reasonId'; text: string } | null>(null);
  protected readonly found = resource({
    params: () => this.searched() ?? undefined,
    loader: ({ params }) => this.names.suggest(params.field === 'accountId' ? 'account' : 'reason', params.text.trim()),
  });
  protected readonly suggestions = computed(() => (this.found.hasValue() ? this.found.value() : []));

  protected readonly send = sendsForm(this.form, this.failure, ({ why, ...entry }) => this.save(entry, why));

  ngOnInit(): void {
    const contact = this.contact();
    this.base.set(contact);
    if (contact.account) this.names.keep(contact.account.id, this.nameOf(contact.account));
    this.entry.set({ ...entryOf(contact), why: '' });
  }

  protected pick(field: 'accountId' | 'reasonId', id: string): void {
    const one = this.suggestions().find((suggestion) => suggestion.id === id);
    if (one && field === 'accountId') this.names.keep(id, one.label);
    this.form[field]().value.set(id);
    this.form[field]().markAsDirty();
  }

  /** The version made of both becomes one's own, against what is saved now. */
  protected async saveChosen(chosen: ContactEntry): Promise<void> {
    const meanwhile = this.meanwhile();
    if (!meanwhile) return;
    this.base.set(meanwhile.theirs);
    this.meanwhile.set(null);
    this.entry.update(({ why }) => ({ ...chosen, why }));
    await this.send();
  }

  protected takeTheirs(): void {
    this.corrected.emit();
  }

  private async save(entry: ContactEntry, why: string): Promise<void> {
    const base = this.base() ?? this.contact();
    const changes = changesOf(entryOf(base), entry);
    if (Object.keys(changes).length > 0) {
      try {
        await this.client.correct(base.id, { revision: base.revision, why, changes });
      } catch (error) {
        if (problemOf(error).code !== 'revised-meanwhile') throw problemOfForm(error);
        await this.showBoth(base.id);
        return;
      }
    }
    this.corrected.emit();
  }

  private async showBoth(id: string): Promise<void> {
    const [theirs, { revisions }] = await Promise.all([this.client.one(id), this.client.history(id)]);
    if (theirs.account) this.names.keep(theirs.account.id, this.nameOf(theirs.account));
    const [last] = revisions;
    const told = this.t('contacts.conflict.told', {
      name: last?.by ?? this.t('contacts.program'),
      time: last ? this.format.dayTime(last.at) : '',
      why: last?.why ?? '',
    });
    this.meanwhile.set({ theirs, told });
  }
}
