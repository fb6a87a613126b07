import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContactDetail } from '@forecall/contracts';
import { SameCustomers } from '../../desk/index.js';
import { AgentEntry, AnswersList, AskState, ContactLink } from '../../surveys/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Panel } from '../../ui/panel/panel.js';
import { PastVersions } from '../../ui/versions/past-versions.js';
import { ContactsClient } from '../contacts-client.js';
import { CorrectForm } from './correct-form.js';
import { VoidForm } from './void-form.js';

type Task = 'look' | 'correct' | 'void' | 'ask' | 'link';

const askers = ['rep', 'supervisor', 'head'] as const;

/** All of one contact, what it was before, and the acts on it. */
@Component({
  selector: 'fc-contact-panel',
  imports: [
    AgentEntry,
    AnswersList,
    AskState,
    ContactLink,
    CorrectForm,
    Load,
    Panel,
    PastVersions,
    Ready,
    RouterLink,
    SameCustomers,
    Shape,
    Skeleton,
    VoidForm,
  ],
  templateUrl: './contact-panel.html',
  styleUrl: './contact-panel.css',
})
export class ContactPanel {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly texts = inject(Texts);
  private readonly locale = this.texts.locale;
  private readonly client = inject(ContactsClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();
  readonly closed = output();
  /** Reads the list anew. */
  readonly changed = input.required<() => void>();

  protected readonly task = linkedSignal({ source: this.id, computation: (): Task => 'look' });
  private readonly read = resource({ params: this.id, loader: ({ params }) => this.client.one(params) });
  protected readonly file = kept(this.read);
  /** The one before stays out of sight while another comes. */
  protected readonly contact = computed(() => {
    const contact = this.file.value();
    return contact?.id === this.id() ? contact : undefined;
  });
  protected readonly history = kept(
    resource({
      params: () => ({ id: this.id(), revision: this.contact()?.revision ?? 0 }),
      loader: async ({ params }) => (params.revision === 0 ? undefined : this.client.history(params.id)),
    }),
  );
  protected readonly mayVoid = computed(() => this.session.hasRole('supervisor', 'head'));
  /** Nobody can answer where nobody was spoken to. */
  protected readonly mayAsk = computed(() => {
    const contact = this.contact();
    return contact?.outcome === 'handled' && contact.voidReason === null && this.session.hasRole(...askers);
  });
  /** Counts what was entered here. */
  protected readonly entered = signal(0);
  protected readonly back = (): void => this.task.set('look');

  protected heading(contact: ContactDetail): string {
    return this.t('contacts.heading', {
      channel: this.t(`contacts.channel.${contact.channel}`),
      time: this.format.dayTime(contact.endedAt),
    });
  }

  protected reasonOf({ reason }: ContactDetail): string {
    return reason ? (this.locale() === 'zh' ? reason.nameZh : reason.nameEn) : '–';
  }

  protected resolvedOf({ resolved }: ContactDetail): string {
    return this.t(`contacts.resolved.${resolved === null ? 'unsaid' : resolved ? 'yes' : 'no'}`);
  }

  protected durations(contact: ContactDetail): { label: string; text: string }[] {
    return (['wait', 'talk', 'hold', 'wrap'] as const).flatMap((part) => {
      const seconds = contact[`${part}Seconds`];
      return seconds === null
        ? []
        : [{ label: this.t(`contacts.seconds.${part}`), text: this.format.callClock(seconds) }];
    });
  }

  protected attributes({ attributes }: ContactDetail): { name: string; text: string }[] {
    return Object.entries(attributes).map(([name, value]) => ({ name, text: value === null ? '–' : String(value) }));
  }

  protected readonly fieldOf = (field: string): string => {
    const key = `contacts.field.${field}`;
    return this.texts.has(key) ? this.t(key) : field;
  };

  protected readonly textOf = (_field: string, value: unknown): string => {
    if (value === null || value === '') return '–';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return this.format.dateTime(text);
    return this.history.value()?.names[text] ?? text;
  };

  protected done(text: string): void {
    this.toasts.show({ text });
    this.back();
    this.reload();
  }

  protected reload(): void {
    this.file.reload();
    this.changed()();
  }
}
