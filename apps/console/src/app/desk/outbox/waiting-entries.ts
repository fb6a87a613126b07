import { Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Icon } from '../../ui/icon/icon.js';
import { State } from '../../ui/state/state.js';
import { Outbox, type OutgoingContact } from './outbox.js';

/** What was saved and has not reached the server, each with what is to be done: nothing, or something about a refusal. */
@Component({
  selector: 'fc-waiting-entries',
  imports: [Icon, State],
  templateUrl: './waiting-entries.html',
  styleUrl: './waiting-entries.css',
})
export class WaitingEntries {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly outbox = inject(Outbox);
  private readonly nameOf = injectNameOf();
  private readonly problems = inject(ProblemTexts);
  private readonly toasts = inject(Toasts);
  /** A form that holds something has no room for another entry. */
  readonly isFormFree = input.required<boolean>();
  readonly takeBack = output<OutgoingContact>();

  protected readonly count = computed(() => this.outbox.waiting().filter(({ refusal }) => refusal === null).length);
  protected readonly why = computed(() => {
    if (this.count() === 0) return 'desk.waiting-refused';
    return this.outbox.isOnDisk() ? 'desk.waiting-why' : 'desk.waiting-in-page';
  });

  protected whoseOf({ entry: { customer } }: OutgoingContact): string {
    return customer ? this.nameOf(customer.person ?? customer.account) : this.t('desk.unknown-caller');
  }

  protected drop(one: OutgoingContact): void {
    void this.outbox.remove(one.contact.id);
    this.toasts.show({ text: 'desk.dropped', undo: () => this.outbox.restore(one) });
  }

  protected whyOf({ refusal }: OutgoingContact): string {
    return refusal ? this.problems.sentence(new ProblemError(refusal)) : '';
  }
}
