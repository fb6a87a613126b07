import { Component, computed, inject, linkedSignal, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { FunnelReply } from '@forecall/contracts';
import { addDays, funnelJudgings, funnelMetrics, funnelUnits, likeForLikeMetrics } from '@forecall/domain';
import { FigureTexts, openReceipts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { problemOf } from '../platform/http/problem-error.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Filter } from '../ui/choice/filter.js';
import { type Option, Segment } from '../ui/choice/segment.js';
import { Empty } from '../ui/feedback/empty.js';
import { FiguresMoving } from '../ui/feedback/figures-moving.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { type Asked, askedIn, funnelPeriods, questionOf } from './asked.js';
import { ChosenUnit } from './chosen-unit.js';
import { FunnelCard } from './funnel-card.js';
import { byName, keyed, type KeyedUnit } from './funnel-rows.js';
import { injectFunnelWords } from './funnel-words.js';
import { FunnelsClient } from './funnels-client.js';

const nothing: FunnelReply = {
  ...{ asOf: '', zone: '', from: '', to: '', metric: 'csat', by: 'rep', of: null, fewest: 20, target: null },
  ...{ judged: 'as-counted', unshown: 0 },
  definition: { version: 1, kind: 'proportion', direction: '' },
  ...{ groups: { departments: [], company: false }, dispersion: null, curve: [], units: [], leftOut: null },
};

/** Is somebody different, or was it luck? Each against their group, by exact limits; nobody before or behind another. */
@Component({
  selector: 'fc-funnels-page',
  imports: [ChosenUnit, Empty, FiguresMoving, Filter, FunnelCard, Load, Ready, Segment, Shape, Skeleton],
  templateUrl: './funnels-page.html',
  styleUrl: './funnels-page.css',
})
export class FunnelsPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly locale = inject(Locale).name;
  private readonly nameOf = injectNameOf();
  private readonly client = inject(FunnelsClient);
  private readonly router = inject(Router);
  private readonly open = openReceipts();
  private readonly address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });

  protected readonly asked = computed(() => askedIn(this.address(), this.format.today()), { equal: isSame });
  /** Asked for again only where it asks for something else: an answer takes the choice of one unit away. */
  private readonly question = computed(() => questionOf(this.asked(), this.format.today()), { equal: isSame });
  private readonly found = resource({
    params: this.question,
    loader: ({ params }) => this.client.funnel(params),
  });
  protected readonly shown = kept(this.found);
  protected readonly isStale = computed(() => this.found.isLoading() && this.shown.value() !== undefined);
  /** Who works in no department and leads none has no group. */
  protected readonly isWithoutGroup = computed(
    () =>
      this.asked().of === undefined &&
      this.found.status() === 'error' &&
      problemOf(this.found.error()).code === 'not-found',
  );

  protected readonly reply = computed(() => this.shown.value() ?? nothing);
  protected readonly units = computed(() => keyed(this.reply()));
  protected readonly words = injectFunnelWords(this.reply);
  protected readonly beyond = computed(() =>
    byName(this.units(), this.locale()).filter(
      ({ standing, name }) => name !== null && (standing === 'look-better' || standing === 'look-worse'),
    ),
  );
  /** Oneself first, else whoever is to be looked at, by name. */
  protected readonly chosen = linkedSignal<KeyedUnit[], string | null>({
    source: this.units,
    computation: (units) => (units.find(({ isOwn }) => isOwn) ?? this.beyond()[0] ?? null)?.key ?? null,
  });
  protected readonly unit = computed(() => this.units().find(({ key }) => key === this.chosen()) ?? null);

  protected readonly metrics = computed((): Option<Asked['metric']>[] =>
    funnelMetrics.map((value) => ({ value, label: this.figures.name()(value) })),
  );
  protected readonly periods = computed((): Option[] => {
    const { period } = this.asked();
    const usual: readonly string[] = funnelPeriods;
    return [
      ...usual.map((value) => ({ value, label: this.t(`funnels.period.${value}`) })),
      ...(usual.includes(period) ? [] : [{ value: period, label: this.ownDays() }]),
    ];
  });
  protected readonly groups = computed((): Option[] => {
    const { departments, company } = this.reply().groups;
    return [
      ...(company ? [{ value: 'company', label: this.t('funnels.company') }] : []),
      ...departments.map((one) => ({ value: one.id, label: this.nameOf(one) })),
    ];
  });
  protected readonly group = computed(() => this.reply().of?.id ?? 'company');
  /** Teams are compared by those who lead; of the whole company only teams, as its people are too many. */
  protected readonly kinds = computed((): Option<'rep' | 'team'>[] => {
    const { of, groups } = this.reply();
    const mayTeams = of === null || groups.departments.some(({ id, mayTeams: may }) => id === of.id && may);
    return mayTeams ? funnelUnits.map((value) => ({ value, label: this.t(`funnels.kind.${value}`) })) : [];
  });

  protected readonly judgings = computed((): Option<Asked['judged']>[] =>
    likeForLikeMetrics.includes(this.asked().metric)
      ? funnelJudgings.map((value) => ({ value, label: this.t(`funnels.judged.${value}`) }))
      : [],
  );

  constructor() {
    useKeys('page.funnels', [
      { press: '.', name: 'keys.receipts', when: () => this.unit()?.hasReceipts === true, act: () => this.receipts() },
    ]);
  }

  protected ask(change: Partial<Record<keyof Asked, string | null>>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  /** Of another group it may be that only people, or only teams, can be asked for. */
  protected askOf(of: string): void {
    this.ask({ of, by: null });
  }

  protected receipts(): void {
    const unit = this.unit();
    const { metric, by, of, from, to } = this.reply();
    if (!unit?.hasReceipts || unit.id === null) return;
    const scope = [`${by}:${unit.id}`, ...(of ? [`department:${of.id}`] : [])];
    this.open({
      metric,
      heading: this.t('funnels.receipts-of', { metric: this.figures.name()(metric), name: this.words().name(unit) }),
      question: { scope, by: [by], from, to },
    });
  }

  private ownDays(): string {
    const { from, to } = this.question();
    return `${this.format.day(from)} – ${this.format.day(addDays(to, -1))}`;
  }
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
