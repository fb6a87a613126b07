import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { AgentEntry, AskState, ContactLink, SurveysClient } from '../../surveys/index.js';
import { kept } from '../../ui/feedback/kept.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { type HandledContact, Outbox } from './outbox.js';

/** After a contact was saved: its customer may still be on the line, and be asked how they found it. */
@Component({
  selector: 'fc-ask-after',
  imports: [AgentEntry, AskState, ContactLink, Icon, KeyCaps],
  template: `
    @if (shown(); as contact) {
      <section class="card" [attr.aria-label]="t('survey-entry.heading')">
        <div class="line">
          <span class="grow">
            {{ t('survey-entry.saved', { customer: whose(), time: format.time(contact.endedAt) }) }}
          </span>
          @if (!isOpen()) {
            <button type="button" class="button small" (click)="open()">
              {{ t('survey-entry.ask') }}<fc-key-caps press="Alt+q" />
            </button>
            <button type="button" class="button small" (click)="open('link')">
              {{ t('survey-entry.link.open') }}<fc-key-caps press="Alt+k" />
            </button>
          }
          <button type="button" class="button icon" [attr.aria-label]="t('survey-entry.not-now')" (click)="leave()">
            <fc-icon name="close" />
          </button>
        </div>
        @if (!isOpen()) {
          <fc-ask-state [contactId]="contact.id" [namesWhom]="false" />
        }
        @if (isOpen()) {
          @if (way() === 'link') {
            <fc-contact-link [contactId]="contact.id" (closed)="close()" />
          } @else {
            <fc-agent-entry [contactId]="contact.id" (entered)="leave()" (cancelled)="close()" />
          }
        }
      </section>
    }
  `,
  styles: `
    section {
      margin: 14px 20px 0;
    }
    @media (max-width: 640px) {
      section {
        margin: 14px 16px 0;
      }
    }
    .line {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 42px;
      padding: 4px 6px 4px 14px;
    }
    fc-ask-state:not(:empty) {
      padding: 0 14px 8px;
    }
    fc-agent-entry,
    fc-contact-link {
      display: block;
      border-top: 1px solid var(--fc-line);
    }
  `,
})
export class AskAfter {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly outbox = inject(Outbox);
  private readonly client = inject(SurveysClient);

  /** Who answers stays while their answer is entered, though the next contact is saved meanwhile. */
  private readonly asking = signal<HandledContact | null>(null);
  /** Asked by us, or by a link that they open. */
  protected readonly way = signal<'ask' | 'link'>('ask');
  /** Whether there is anything to ask by; looked for once somebody could be asked. */
  private readonly hasForm = kept(
    resource({
      params: () => (this.outbox.lastHandled() === null ? undefined : true),
      loader: () =>
        this.client.published().then(
          (forms) => forms.length > 0,
          () => false,
        ),
    }),
  );
  protected readonly shown = computed(
    () => this.asking() ?? (this.hasForm.value() === true ? this.outbox.lastHandled() : null),
  );
  protected readonly isOpen = computed(() => this.asking() !== null);
  protected readonly whose = computed(() => {
    const customer = this.shown()?.customer;
    return customer ? this.nameOf(customer.person ?? customer.account) : this.t('desk.unknown-caller');
  });

  constructor() {
    useKeys('survey-entry.heading', [
      { press: 'Alt+q', name: 'survey-entry.ask', act: () => this.open(), when: () => this.shown() !== null },
      {
        ...{ press: 'Alt+k', name: 'survey-entry.link.open' },
        ...{ act: () => this.open('link'), when: () => this.shown() !== null && !this.isOpen() },
      },
    ]);
    // What was taken back is asked about no more.
    effect(() => {
      const undone = this.outbox.undoneId();
      if (undone !== null && untracked(this.asking)?.id === undone) this.asking.set(null);
    });
  }

  protected open(way: 'ask' | 'link' = 'ask'): void {
    this.way.set(way);
    this.asking.set(this.shown());
  }

  protected close(): void {
    this.asking.set(null);
  }

  protected leave(): void {
    const { id } = this.shown() ?? { id: '' };
    this.asking.set(null);
    this.outbox.leave(id);
  }
}
