import { inject, Service } from '@angular/core';
import { runningNumberIn } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { Texts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import type { FindHit, FindSource } from './find-source.js';
import { FindClient } from './find-client.js';

/** Complaints by number: "C-26-10417", or its digits as people say them. */
@Service()
export class ComplaintSource implements FindSource {
  readonly title = 'find.complaints';
  readonly isFar = true;
  private readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly session = inject(Session);
  private readonly client = inject(FindClient);

  async find(typed: string, signal: AbortSignal): Promise<FindHit[]> {
    const number = typed.trim();
    if (runningNumberIn(number) === undefined || !this.session.hasRole('rep', 'supervisor', 'head', 'executive'))
      return [];
    const found = await this.client.complaints(number, signal);
    return (found?.complaints ?? []).map(({ id, number: name, account, reason, firstReceivedAt }) => ({
      id: `complaint:${id}`,
      icon: 'flag',
      label: name,
      note: [account?.name, reason?.[this.locale() === 'zh' ? 'nameZh' : 'nameEn']].filter(Boolean).join(', '),
      aside: this.format.shortDateTime(firstReceivedAt),
      words: `${name} ${number}`,
      link: `/complaints/${id}`,
    }));
  }
}
