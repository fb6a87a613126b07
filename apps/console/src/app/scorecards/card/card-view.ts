import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { Scorecard } from '@forecall/contracts';
import { addDays, type CardKind } from '@forecall/domain';
import { FigureTexts, openReceipts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed, noValue } from '../../platform/format/rate.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { describePage } from '../../platform/page/page-head.js';
import { type Option, Segment } from '../../ui/choice/segment.js';

import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Figure } from '../../ui/figure/figure.js';
import { initialsOf } from '../../ui/text/initials.js';
import { ScorecardsClient } from '../scorecards-client.js';
import { cardPeriods, daysIn } from './asked.js';
import { injectCardWords } from './card-words.js';
import { ChanceCard } from './chance-card.js';
import { DialsCard } from './dials-card.js';
import { IndicatorsCard } from './indicators-card.js';
import { NotFoundText } from './not-found-text.js';
import { TrendCard } from './trend-card.js';
import { WentCard } from './went-card.js';

const none: Scorecard = {
  subject: { kind: 'rep', id: '', name: '', nameZh: null, team: null, department: null, supervisors: [] },
  ...{ from: '', to: '', asOf: '', isGroupWithheld: false, lines: [], dials: null },
  total: { score: null, present: 0, of: 0, weightPresent: 0, weightOf: 0 },
};

/** One card: how am I doing, and is it more than chance? */
@Component({
  selector: 'fc-card-view',
  imports: [
    ChanceCard,
    DialsCard,
    Figure,
    IndicatorsCard,
    Load,
    NotFoundText,
    Ready,
    Segment,
    Shape,
    Skeleton,
    TrendCard,
    WentCard,
  ],
  templateUrl: './card-view.html',
  styleUrl: './card-view.css',
})
export class CardView {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly nameOf = injectNameOf();
  private readonly client = inject(ScorecardsClient);
  private readonly router = inject(Router);
  private readonly open = openReceipts();
  private readonly address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  readonly kind = input.required<CardKind>();
  readonly id = input.required<string>();
  /** One's own: the page is called so already. */
  readonly isOwn = input(false);

  protected readonly days = computed(() => daysIn(this.address(), this.format.today()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  private readonly found = resource({
    params: () => ({ kind: this.kind(), id: this.id(), days: this.days() }),
    loader: ({ params: { kind, id, days } }) => this.client.card(kind, id, { from: days.from, to: days.to }),
  });
  protected readonly shown = kept(this.found);
  protected readonly isThere = computed(
    () => !(this.found.status() === 'error' && problemOf(this.found.error()).code === 'not-found'),
  );
  protected readonly isStale = computed(() => this.found.isLoading() && this.shown.value() !== undefined);
  protected readonly card = computed(() => this.shown.value() ?? none);
  protected readonly words = injectCardWords(this.card);
  /** What stays chosen from one period to the next is the metric. */
  protected readonly chosen = linkedSignal<Scorecard, string | null>({
    source: this.card,
    computation: ({ lines }, before) => {
      const metric = before?.source.lines.find(({ indicator }) => indicator.id === before.value)?.indicator.metric;
      const same = lines.find(({ indicator }) => indicator.metric === metric);
      return (same ?? lines.find(({ figure }) => figure?.value !== null) ?? lines[0])?.indicator.id ?? null;
    },
  });
  protected readonly line = computed(
    () => this.card().lines.find(({ indicator }) => indicator.id === this.chosen()) ?? null,
  );

  protected readonly name = computed(() => this.nameOf(this.card().subject));
  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly where = computed(() => {
    const { kind, team, department, supervisors } = this.card().subject;
    const led = supervisors.map(({ name }) => name).join(this.t('ui.list-comma'));
    return [
      ...(kind === 'department' ? [] : [department && this.nameOf(department)]),
      ...(kind === 'rep' ? [team && this.nameOf(team)] : []),
      ...(kind === 'supervisor' ? [this.t('scorecards.kind.supervisor')] : []),
      ...(led === '' ? [] : [this.t(`scorecards.led.${kind === 'department' ? 'head' : 'supervisor'}`, { name: led })]),
    ]
      .filter((part): part is string => typeof part === 'string')
      .join(this.t('ui.list-comma'));
  });
  protected readonly periodText = computed(() => {
    const { from, to } = this.card();
    return from === '' ? '' : `${this.format.day(from)} – ${this.format.day(addDays(to, -1))}`;
  });
  protected readonly periods = computed((): Option[] => {
    const { period, from, to } = this.days();
    const usual: readonly string[] = cardPeriods;
    return [
      ...usual.map((value) => ({ value, label: this.t(`scorecards.period.${value}`) })),
      ...(usual.includes(period)
        ? []
        : [{ value: period, label: `${this.format.day(from)} – ${this.format.day(addDays(to, -1))}` }]),
    ];
  });
  protected readonly total = computed(() => {
    const { score, present, of } = this.card().total;
    return { score: score === null ? noValue : formatFixed(score, 1), present: this.format.count(present), of };
  });

  constructor() {
    describePage(() => {
      if (this.isOwn() || this.card().subject.id === '') return {};
      return { title: this.name(), parent: { title: this.t('page.scorecards'), link: '/scorecards' } };
    });
    useKeys('page.scorecard', [
      { press: '.', name: 'keys.receipts', when: () => this.line() !== null, act: () => this.receipts() },
    ]);
  }

  protected choose(period: string): void {
    void this.router.navigate([], { queryParams: { period }, queryParamsHandling: 'merge' });
  }

  protected receipts(): void {
    const line = this.line();
    if (!line) return;
    const { metric } = line.indicator;
    const { kind, id } = this.card().subject;
    const { from, to } = this.card();
    this.open({
      metric,
      heading: this.t('scorecards.receipts-of', { metric: this.figures.name()(metric), name: this.name() }),
      question: { scope: [`${kind}:${id}`], from, to },
    });
  }
}
