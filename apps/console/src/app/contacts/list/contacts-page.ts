import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ContactBrief } from '@forecall/contracts';
import {
  FilterBar,
  injectAddressFilters,
  injectNewRows,
  ListFrame,
  type ListWords,
  ExportMenu,
  ViewsMenu,
} from '../../lists/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { LongTable, type LongColumn } from '../../ui/table/long-table.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell } from '../../ui/table/table.js';
import { ContactsClient } from '../contacts-client.js';
import { ContactPanel } from '../panel/contact-panel.js';
import { contactFilters } from './contact-filters.js';

const besidePanel = new Set(['ended', 'customer', 'reason', 'outcome', 'complaint']);

/** The contacts within one's reach: narrowed by what stands in the address, and beside them all of the one that is open. */
@Component({
  selector: 'fc-contacts-page',
  imports: [Cell, ContactPanel, ExportMenu, FilterBar, ListFrame, LongTable, RouterLink, ViewsMenu],
  templateUrl: './contacts-page.html',
})
export class ContactsPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(ContactsClient);
  private readonly router = inject(Router);
  /** The contact that is open stands in the address beside the filters. */
  readonly contact = input<string>();

  protected readonly words: ListWords = {
    empty: 'contacts.empty',
    failed: 'contacts.failed',
    count: 'contacts.count',
    moreThan: 'contacts.more-than',
  };
  protected readonly filters = contactFilters;
  protected readonly address = injectAddressFilters(contactFilters);
  protected readonly pages = listPages(this.address.query, (query) => this.client.page(query));
  protected readonly rows = this.pages.rows;
  private readonly head = computed(() => this.pages.first.value()?.head ?? null);
  protected readonly newRows = injectNewRows({ page: 'contacts', head: this.head, query: this.address.query });
  /** Said only where it is not what one asked for. */
  protected readonly since = computed(() =>
    this.address.values()['from'] === undefined ? (this.pages.first.value()?.from ?? null) : null,
  );

  /** Beside a panel there is room for the half of them. */
  protected readonly columns = computed(() =>
    this.contact() === undefined ? this.all() : this.all().filter(({ id }) => besidePanel.has(id)),
  );
  private readonly all = computed((): LongColumn<ContactBrief>[] => [
    { id: 'ended', label: this.t('contacts.ended'), width: '150px', card: 'top' },
    { id: 'channel', label: this.t('contacts.channel.label'), width: '120px', text: (one) => this.wayOf(one) },
    {
      id: 'customer',
      label: this.t('contacts.customer'),
      width: 'minmax(0, 1.4fr)',
      card: 'bottom',
      text: (one) => this.customerOf(one),
    },
    { id: 'reason', label: this.t('contacts.reason'), width: 'minmax(0, 1.2fr)', text: (one) => this.reasonOf(one) },
    {
      id: 'outcome',
      label: this.t('contacts.outcome.label'),
      width: '130px',
      card: 'bottom-end',
      text: (one) => this.outcomeOf(one),
    },
    { id: 'rep', label: this.t('contacts.rep'), width: 'minmax(0, .8fr)', text: ({ rep }) => rep?.name ?? '–' },
    {
      id: 'handling',
      label: this.t('contacts.side.handling'),
      width: 'minmax(0, .7fr)',
      text: ({ handlingDepartment }) => this.nameOf(handlingDepartment),
    },
    { id: 'complaint', label: this.t('contacts.complaint.label'), width: '110px', card: 'top-end' },
  ]);
  protected readonly idOf = ({ id }: ContactBrief): string => id;

  protected close(): void {
    void this.router.navigate([], { queryParams: { contact: null }, queryParamsHandling: 'merge' });
  }

  protected readonly changed = (): void => this.pages.reload();

  private wayOf({ channel, direction }: ContactBrief): string {
    return this.t('lists.named', {
      name: this.t(`contacts.channel.${channel}`),
      value: this.t(`contacts.direction.${direction}`),
    });
  }

  private customerOf({ person, account }: ContactBrief): string {
    const names = [person, account].filter((one) => one !== null).map((one) => this.nameOf(one));
    return names.length > 0 ? names.join(this.t('ui.list-comma')) : this.t('contacts.unknown');
  }

  private reasonOf({ reason }: ContactBrief): string {
    return reason ? (this.locale() === 'zh' ? reason.nameZh : reason.nameEn) : '–';
  }

  private outcomeOf({ outcome, resolved, voidedAt }: ContactBrief): string {
    if (voidedAt !== null) return this.t('contacts.voided.yes');
    if (outcome !== 'handled' || resolved === null) return this.t(`contacts.outcome.${outcome}`);
    return this.t(resolved ? 'contacts.resolved.yes' : 'contacts.resolved.no');
  }
}
