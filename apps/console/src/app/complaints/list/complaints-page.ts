import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mostAssigned, type ComplaintBrief } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { KeptFigures } from '../../figures/index.js';
import {
  FilterBar,
  injectAddressFilters,
  injectNewRows,
  ListFrame,
  type ListWords,
  ExportMenu,
  ViewsMenu,
} from '../../lists/index.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Filter } from '../../ui/choice/filter.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { SearchBox } from '../../ui/field/search-box.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell } from '../../ui/table/table.js';
import { LongTable, type LongColumn } from '../../ui/table/long-table.js';
import { ComplaintsClient } from '../complaints-client.js';
import { AssignForm } from './assign-form.js';
import { complaintFilters, inAddress } from './complaint-filters.js';

/** The complaints within one's sight: narrowed by what stands in the address, each a link to its own page. */
@Component({
  selector: 'fc-complaints-page',
  imports: [
    AssignForm,
    Cell,
    ExportMenu,
    Filter,
    FilterBar,
    KeptFigures,
    KeyCaps,
    ListFrame,
    LongTable,
    RouterLink,
    SearchBox,
    ViewsMenu,
  ],
  templateUrl: './complaints-page.html',
  styleUrl: './complaints-page.css',
})
export class ComplaintsPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(ComplaintsClient);
  protected readonly words: ListWords = {
    empty: 'complaints.empty',
    failed: 'complaints.failed',
    count: 'complaints.count',
    moreThan: 'complaints.more-than',
  };
  protected readonly days = 28;
  protected readonly metrics: readonly MetricId[] = ['acknowledged-in-time', 'resolved-in-time'];
  protected readonly filters = complaintFilters;
  protected readonly inAddress = inAddress;
  protected readonly address = injectAddressFilters(inAddress);
  protected readonly pages = listPages(this.address.query, (query) => this.client.page(query));
  protected readonly rows = this.pages.rows;
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  /** What came first stands on top only where the newest do. */
  private readonly head = computed(() => (this.sort() === 'newest' ? (this.pages.first.value()?.head ?? null) : null));
  protected readonly newRows = injectNewRows({ page: 'complaints', head: this.head, query: this.address.query });

  protected readonly search = computed(() => this.address.values()['search'] ?? '');
  protected readonly sort = computed(() => this.address.values()['sort'] ?? 'newest');
  protected readonly sortOptions = computed(() =>
    ['newest', 'oldest'].map((value) => ({ value, label: this.t(`complaints.sort.${value}`) })),
  );
  /** Beside a panel there is room for fewer. */
  protected readonly columns = computed(() =>
    this.isAssigning() ? this.all().filter(({ id }) => !['reason', 'answerable'].includes(id)) : this.all(),
  );
  private readonly all = computed((): LongColumn<ComplaintBrief>[] => [
    { id: 'number', label: this.t('complaints.number'), width: '112px', card: 'top' },
    { id: 'summary', label: this.t('complaints.summary'), width: 'minmax(0, 2.2fr)', card: 'bottom' },
    {
      id: 'account',
      label: this.t('complaints.account'),
      width: 'minmax(0, 1.2fr)',
      text: (one) => this.accountOf(one),
    },
    { id: 'reason', label: this.t('complaints.reason'), width: 'minmax(0, 1.1fr)', text: (one) => this.reasonOf(one) },
    { id: 'stage', label: this.t('complaints.stage.label'), width: '104px', card: 'top-end' },
    { id: 'owner', label: this.t('complaints.owner'), width: '108px' },
    {
      id: 'answerable',
      label: this.t('complaints.answerable'),
      width: 'minmax(0, .8fr)',
      text: ({ answerableDepartment }) => this.nameOf(answerableDepartment),
    },
    {
      id: 'received',
      // The date that the rows are sorted by.
      label: this.t(this.sort() === 'newest' ? 'complaints.received-by-contact' : 'complaints.received'),
      width: '148px',
      card: 'bottom-end',
      text: ({ firstReceivedAt, endedAt }) => this.format.dayTime(this.sort() === 'newest' ? endedAt : firstReceivedAt),
    },
  ]);
  protected readonly idOf = ({ id }: ComplaintBrief): string => id;

  protected readonly isAssigning = signal(false);
  /** Those selected that can be told to the server at once. */
  protected readonly chosen = computed(() =>
    this.rows()
      .filter(({ id }) => this.selected().has(id))
      .slice(0, mostAssigned),
  );

  constructor() {
    const router = inject(Router);
    useKeys('page.complaints', [
      {
        press: 'n',
        name: 'page.written-complaint',
        act: () => router.navigateByUrl('/complaints/new'),
      },
      {
        press: 'a',
        name: 'complaints.assign.act',
        act: () => this.isAssigning.set(true),
        when: () => this.chosen().length > 0,
      },
    ]);
  }

  protected readonly assigned = (refused: readonly string[]): void => {
    this.selected.set(new Set(refused));
    this.pages.reload();
  };

  protected selectNone(): void {
    this.selected.set(new Set());
    this.isAssigning.set(false);
  }

  protected find(search: string): void {
    this.address.set({ search: search.length < 2 ? null : search }, { replaceUrl: true });
  }

  private accountOf({ account, isComplainantWithheld }: ComplaintBrief): string {
    if (account) return this.nameOf(account);
    return this.t(isComplainantWithheld ? 'complaints.withheld' : 'complaints.unknown');
  }

  private reasonOf({ reason }: ComplaintBrief): string {
    return reason ? (this.locale() === 'zh' ? reason.nameZh : reason.nameEn) : '–';
  }
}
