import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SurveyAskEntry } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import { FilterBar, injectAddressFilters } from '../../lists/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { State } from '../../ui/state/state.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { SurveysTabs } from '../surveys-tabs.js';
import { answeredOf } from './answered-of.js';
import { askFilters } from './ask-filters.js';
import { AskedClient } from './asked-client.js';
import { BounceForm } from './bounce-form.js';

const glyphs = { planned: 'none', sent: 'none', bounced: 'watch', answered: 'usual', expired: 'none' } as const;
const besidePanel = new Set(['about', 'state']);

/** Who was asked and what came of it, for those who lead; a letter that came back late is told here. */
@Component({
  selector: 'fc-survey-asked-page',
  imports: [
    BounceForm,
    Cell,
    Empty,
    FilterBar,
    ListWithPanel,
    NgTemplateOutlet,
    RouterLink,
    Skeleton,
    State,
    SurveysTabs,
    Table,
  ],
  templateUrl: './asked-page.html',
  styleUrl: './asked-page.css',
})
export class AskedPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly said = injectSaid();
  protected readonly format = inject(Formats);
  private readonly client = inject(AskedClient);
  private readonly toasts = inject(Toasts);

  protected readonly filters = askFilters;
  protected readonly address = injectAddressFilters(askFilters);
  protected readonly isNarrowed = computed(() => Object.keys(this.address.values()).length > 0);
  // The server takes days, of the organisation's zone.
  protected readonly pages = listPages(this.address.values, (query) =>
    this.client.page(query).then(({ asks, next }) => ({ rows: asks, next })),
  );
  protected readonly counted = kept(
    resource({
      params: () => {
        const { state: _state, ...query } = this.address.values();
        return { query, read: this.pages.first.value() };
      },
      loader: ({ params }) => this.client.counts(params.query),
    }),
  );
  protected readonly counts = computed(() => {
    const counts = this.counted.value();
    return (
      counts &&
      (['planned', 'sent', 'answered', 'expired', 'bounced'] as const).map((state) => ({
        ...{ state, count: this.format.count(counts[state]), isChosen: this.address.values()['state'] === state },
      }))
    );
  });
  /** As the figures of the response rate say it, and what is in none of them. */
  protected readonly sentences = computed(() => {
    const counts = this.counted.value();
    if (!counts) return [];
    const said = answeredOf(counts.letters).map(({ of, answered, delivered, rate }) => {
      const values = { answered: this.format.count(answered), delivered: this.format.count(delivered) };
      return rate === null
        ? this.t(`survey-asked.answered.${of}-few`, values)
        : this.t(`survey-asked.answered.${of}`, { ...values, rate: this.format.rate(rate) });
    });
    const { links, entered } = counts.beside;
    const beside = { links: this.format.count(links), entered: this.format.count(entered) };
    return [
      ...(said.length > 0 ? said : [this.t('survey-asked.none-delivered')]),
      ...(links + entered > 0 ? [this.t('survey-asked.beside', beside)] : []),
    ];
  });

  protected readonly bouncing = signal<SurveyAskEntry | null>(null);
  protected readonly columns = computed(() =>
    this.bouncing() === null ? this.all() : this.all().filter(({ id }) => besidePanel.has(id)),
  );
  private readonly all = computed((): Column<SurveyAskEntry>[] => [
    { id: 'about', label: this.t('survey-asked.about.label') },
    { id: 'who', label: this.t('survey-asked.who'), isWideOnly: true },
    {
      ...{ id: 'form', label: this.t('survey-asked.form'), isWideOnly: true },
      text: ({ form }) => this.said({ en: form.nameEn, zh: form.nameZh }),
    },
    { id: 'credited', label: this.t('survey-asked.credited'), isWideOnly: true },
    { id: 'state', label: this.t('survey-asked.state.label') },
    { id: 'act', label: this.t('drafts.acts'), isHeadHidden: true, isNumber: true },
  ]);
  protected readonly idOf = ({ id }: SurveyAskEntry): string => id;
  protected readonly glyphOf = ({ state }: SurveyAskEntry) => glyphs[state];
  /** Of a letter that went out and has not been answered. */
  protected readonly mayBounce = ({ state, channel }: SurveyAskEntry): boolean =>
    channel === 'mail' && (state === 'sent' || state === 'expired');

  constructor() {
    describePage(() => ({ parent: { title: this.t('page.surveys'), link: '/surveys' } }));
  }

  protected numberOf({ number, year }: { readonly number: number; readonly year: number }): string {
    return complaintNumber(number, year);
  }

  /** When the state it is in began, as far as that is known. */
  protected since(one: SurveyAskEntry): string {
    const at = one.state === 'planned' ? one.plannedAt : one.state === 'answered' ? one.answeredAt : one.askedAt;
    if (at === null) return '';
    return this.t(`survey-asked.since.${one.state}`, { time: this.format.dayTime(at) });
  }

  protected choose(state: string, isChosen: boolean): void {
    this.address.set({ state: isChosen ? null : state });
  }

  protected begin(one: SurveyAskEntry): void {
    this.bouncing.set(null);
    setTimeout(() => this.bouncing.set(one));
  }

  protected bounced(): void {
    this.bouncing.set(null);
    this.pages.reload();
    this.toasts.show({ text: 'survey-asked.was-bounced' });
  }
}
