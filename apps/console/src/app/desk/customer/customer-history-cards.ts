import { Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CustomerHistory } from '@forecall/contracts';
import { highestScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import type { IconName } from '../../ui/icon/icon-paths.js';
import type { Customer } from './customer.js';
import { DeskClient } from '../desk-client.js';
import { MergingClient } from './same/merging-client.js';

const icons: Record<string, IconName> = {
  phone: 'phone',
  email: 'mail',
  chat: 'chat',
  message: 'chat',
  visit: 'people',
  letter: 'letter',
  form: 'form',
};

/** What is open with this customer, and what was last spoken of. */
@Component({
  selector: 'fc-customer-history-cards',
  imports: [Icon, Load, Ready, RouterLink, Shape, Skeleton],
  templateUrl: './customer-history-cards.html',
  styleUrl: './customer-history-cards.css',
})
export class CustomerHistoryCards {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly highestScore = highestScore;
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(DeskClient);
  private readonly merging = inject(MergingClient);
  readonly customer = input.required<Customer>();
  /** Changes when something was logged: the history is read again. */
  readonly version = input(0);

  protected readonly history = resource({
    params: () => ({
      accountId: this.customer().accountId,
      personId: this.customer().personId,
      version: this.version(),
      merges: this.merging.version(),
    }),
    loader: ({ params }) => this.client.history(params),
  });
  protected readonly shown = (): CustomerHistory | null => (this.history.hasValue() ? this.history.value() : null);
  protected readonly shownComplaints = 4;
  protected iconOf = (channel: string): IconName => icons[channel] ?? 'chat';

  protected reasonOf({ reason }: { reason: { nameEn: string; nameZh: string } | null }): string {
    if (!reason) return this.t('desk.no-reason');
    return this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }

  protected outcomeOf({ complaint, resolved, purpose }: CustomerHistory['contacts'][number]): string {
    if (complaint)
      return this.t(complaint.isOpen ? 'desk.was-complaint-open' : 'desk.was-complaint', { number: complaint.number });
    if (purpose === 'proactive') return this.t('desk.was-our-call');
    return this.t(resolved ? 'desk.was-solved' : 'desk.was-followed');
  }
}
