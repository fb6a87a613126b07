import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accountSortings, type KeyAccountEntry } from '@forecall/contracts';
import { type HealthBand, shownHealth } from '@forecall/domain';
import { FilterBar, injectAddressFilters, ListFrame, type ListWords, ViewsMenu } from '../lists/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Filter } from '../ui/choice/filter.js';
import { SearchBox } from '../ui/field/search-box.js';
import type { StateName } from '../ui/state/glyph.js';
import { State } from '../ui/state/state.js';
import { listPages } from '../ui/table/list-pages.js';
import { type LongColumn, LongTable } from '../ui/table/long-table.js';
import { Cell } from '../ui/table/table.js';
import { accountFilters, inAddress } from './account-filters.js';
import { AccountsClient } from './accounts-client.js';

const states: Readonly<Record<HealthBand, StateName>> = { good: 'usual', watch: 'watch', 'at-risk': 'alarm' };

/** Every key account: how it is, who cares for it, when it was spoken with and when it is called next. */
@Component({
  selector: 'fc-accounts-page',
  imports: [Cell, Filter, FilterBar, ListFrame, LongTable, RouterLink, SearchBox, State, ViewsMenu],
  templateUrl: './accounts-page.html',
  styles: `
    fc-state {
      vertical-align: middle;
    }
    .note {
      padding: 8px 14px;
    }
    @media (max-width: 640px) {
      .note {
        padding-inline: calc(var(--fc-gutter) + 10px);
      }
    }
  `,
})
export class AccountsPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(AccountsClient);
  /** Where no health is theirs to see, nothing asks for it; what an address asks for all the same can be taken back. */
  protected readonly filters = computed(() =>
    accountFilters.filter(
      ({ name }) => name !== 'band' || this.client.seesHealth() || this.address.values()['band'] !== undefined,
    ),
  );
  protected readonly inAddress = inAddress;
  protected readonly address = injectAddressFilters(inAddress);
  protected readonly words = computed((): ListWords => ({
    empty: Object.keys(this.address.values()).some((name) => name !== 'sort') ? 'accounts.empty' : 'accounts.none',
    failed: 'accounts.failed',
    count: 'accounts.count',
    moreThan: 'accounts.more-than',
  }));
  protected readonly pages = listPages(this.address.query, (query) => this.client.page(query));
  protected readonly rows = this.pages.rows;
  protected readonly search = computed(() => this.address.values()['q'] ?? '');
  protected readonly sort = computed(() => this.address.values()['sort'] ?? 'name');
  protected readonly sortOptions = computed(() =>
    accountSortings
      .filter((value) => value !== 'health' || this.client.seesHealth() || this.sort() === value)
      .map((value) => ({ value, label: this.t(`accounts.sort.${value}`) })),
  );
  protected readonly columns = computed((): LongColumn<KeyAccountEntry>[] => [
    { id: 'name', label: this.t('accounts.account'), width: 'minmax(0, 1.6fr)', card: 'top' },
    { id: 'class', label: this.t('accounts.class'), width: 'minmax(0, .9fr)', text: (one) => this.classOf(one) },
    ...(this.client.seesHealth()
      ? [{ id: 'health', label: this.t('accounts.health'), width: '120px', card: 'top-end' as const }]
      : []),
    {
      id: 'care',
      label: this.t('accounts.in-care'),
      width: 'minmax(0, .8fr)',
      text: ({ repInCare }) => repInCare?.name ?? this.t('accounts.nobody'),
    },
    {
      id: 'last',
      label: this.t('accounts.last-contact'),
      width: '110px',
      text: ({ lastContactAt }) => (lastContactAt === null ? '–' : this.format.date(lastContactAt)),
    },
    {
      id: 'next',
      label: this.t('accounts.next-call'),
      width: 'minmax(0, 1fr)',
      card: 'bottom',
    },
    {
      id: 'complaints',
      label: this.t('accounts.open-complaints'),
      width: '96px',
      card: 'bottom-end',
      isNumber: true,
    },
  ]);
  protected readonly idOf = ({ id }: KeyAccountEntry): string => id;

  protected find(q: string): void {
    this.address.set({ q: q.trim() === '' ? null : q.trim() }, { replaceUrl: true });
  }

  /** The night it is of; an account's own page reckons it anew. */
  protected readonly reckonedOn = computed(() => this.rows().find(({ health }) => health !== null)?.health?.on);

  protected stateOf(band: HealthBand): StateName {
    return states[band];
  }

  protected readonly shown = (health: number): string => String(shownHealth(health));

  protected noHealth({ isHealthHidden }: KeyAccountEntry): string {
    return this.t(isHealthHidden ? 'accounts.health-hidden' : 'accounts.health-unknown');
  }

  private classOf({ careClass, tier }: KeyAccountEntry): string {
    if (careClass === null) return '–';
    const name = this.t(`desk.class.${careClass}`);
    return tier === null ? name : this.t('accounts.class-and-tier', { name, tier });
  }

  /** What a narrow screen has room for. */
  protected shortlyOf(one: KeyAccountEntry): string {
    const call = one.nextCall;
    const next = call ? this.t('accounts.next-on', { day: this.format.day(call.onDay ?? call.dueOn) }) : '';
    return [this.classOf(one), next].filter((words) => words !== '').join(' · ');
  }

  protected nextOf({ nextCall }: KeyAccountEntry): string {
    if (!nextCall) return '–';
    const day = this.format.day(nextCall.onDay ?? nextCall.dueOn);
    return nextCall.staff ? this.t('accounts.call-by', { day, name: nextCall.staff.name }) : day;
  }
}
