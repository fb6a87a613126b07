import { inject, Service } from '@angular/core';
import type { AccountBrief, PersonBrief } from '@forecall/contracts';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import type { FindHit, FindSource } from './find-source.js';
import { FindClient } from './find-client.js';

const mostOfEach = 5;

/** Accounts and people: at the desk for who has one, where a contact is logged for them, and the page of the account. */
@Service()
export class CustomerSource implements FindSource {
  readonly title = 'find.customers';
  readonly isFar = true;
  private readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly session = inject(Session);
  private readonly client = inject(FindClient);

  async find(typed: string, signal: AbortSignal): Promise<FindHit[]> {
    const hits = await this.customers(typed, signal);
    return this.isAtDesk() ? hits.flatMap((hit) => [hit, ...this.pageOf(hit)]) : hits;
  }

  /** Each customer once. */
  async customers(typed: string, signal: AbortSignal): Promise<FindHit[]> {
    const q = typed.trim();
    if (q === '' || !this.session.hasRole('rep', 'supervisor', 'head')) return [];
    const found = await this.client.customers(q, signal);
    return [
      ...(found?.accounts ?? []).slice(0, mostOfEach).map((account) => this.account(account)),
      ...(found?.people ?? []).slice(0, mostOfEach).map((person) => this.person(person)),
    ];
  }

  private account({ id, number, name, nameZh }: AccountBrief): FindHit {
    return {
      id: `account:${id}`,
      icon: 'account',
      label: this.nameOf({ name, nameZh }),
      note: number,
      words: `${name} ${nameZh ?? ''} ${number}`,
      ...this.opening(`account=${id}`, id),
    };
  }

  private person({ id, name, nameZh, account }: PersonBrief): FindHit {
    return {
      id: `person:${id}`,
      icon: 'person',
      label: this.nameOf({ name, nameZh }),
      note: this.nameOf(account),
      words: `${name} ${nameZh ?? ''} ${account.name} ${account.nameZh ?? ''}`,
      ...this.opening(`person=${id}`, account.id),
    };
  }

  private opening(at: string, accountId: string): Pick<FindHit, 'aside' | 'link'> {
    return this.isAtDesk()
      ? { aside: this.t('find.log-contact'), link: `/desk?${at}` }
      : { aside: this.t('find.account'), link: `/accounts/${accountId}` };
  }

  /** Of an account also its page. */
  private pageOf({ id, ...hit }: FindHit): FindHit[] {
    const [kind, accountId] = id.split(':');
    if (kind !== 'account' || accountId === undefined) return [];
    return [{ ...hit, id: `page-of-${id}`, aside: this.t('find.account'), link: `/accounts/${accountId}` }];
  }

  private isAtDesk(): boolean {
    return this.session.hasRole('rep');
  }
}
