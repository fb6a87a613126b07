import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReceiptReply, ReceiptRow } from '@forecall/contracts';
import { definitionOf, isCountedInDays, shownScore } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Segment } from '../ui/choice/segment.js';
import { Drawer } from '../ui/drawer/drawer.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Figure } from '../ui/figure/figure.js';
import { Icon } from '../ui/icon/icon.js';
import { Cell, Table, type Column } from '../ui/table/table.js';
import { askedPeriod } from './asked-period.js';
import { FigureTexts } from './figure-texts.js';
import { FiguresClient } from './figures-client.js';
import { FrozenPart } from './frozen-part.js';
import type { ReceiptsOf } from './receipts.js';

/** A score, promoter or detractor, or steps of a scale. */
const isWhole: ReadonlySet<string> = new Set(['score', 'net-share', 'gap']);
/** A true minus stands as wide as a digit. */
const signed = (count: string): string => count.replace('-', '\u2212');
const boardMetrics = new Set<string>(['complaint-rate', 'complaint-rate-handling']);

/** What a figure means, the numbers put in, what was left out, and exactly the rows behind it. */
@Component({
  selector: 'fc-receipts-drawer',
  imports: [Cell, Drawer, Figure, FrozenPart, Icon, Load, Ready, RouterLink, Segment, Shape, Skeleton, Table],
  templateUrl: './receipts-drawer.html',
  styleUrl: './receipts-drawer.css',
})
export class ReceiptsDrawer {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly texts = inject(Texts);
  private readonly client = inject(FiguresClient);
  protected readonly figures = inject(FigureTexts);
  protected readonly of = inject<ReceiptsOf>(DIALOG_DATA);
  protected readonly metric = definitionOf(this.of.metric);

  protected readonly part = signal<'numerator' | 'denominator'>('numerator');
  protected readonly first = resource({
    params: () => this.part(),
    loader: ({ params }) => this.client.receipt(this.of.metric, this.of.question, params, null),
  });
  /** What has changed since the figure was frozen. */
  protected readonly since = resource({
    params: () => this.of.frozen ?? undefined,
    loader: ({ params }) => params.since(),
  });
  private readonly changed = computed(
    () => new Map((this.since.hasValue() ? this.since.value().rows : []).map((row) => [row.id, row])),
  );
  /** The pages loaded after the first, with where the next begins. */
  private readonly later = linkedSignal<
    'numerator' | 'denominator',
    { rows: ReceiptRow[]; next: string | null | undefined }
  >({
    source: this.part,
    computation: () => ({ rows: [], next: undefined }),
  });

  protected readonly reply = computed(() => (this.first.hasValue() ? this.first.value() : null));
  protected readonly rows = computed(() => [...(this.reply()?.rows ?? []), ...this.later().rows]);
  protected readonly next = computed(() => {
    const { next } = this.later();
    return next === undefined ? (this.reply()?.next ?? null) : next;
  });

  protected readonly parts = computed(() => {
    const figure = this.reply()?.figure;
    const label = (side: 'above' | 'below', count = 0) => this.figures.part(this.of.metric, side, count);
    return [
      { value: 'numerator' as const, label: label('above', figure?.numerator) },
      { value: 'denominator' as const, label: label('below', figure?.denominator ?? 0) },
    ];
  });

  protected readonly left = computed(() =>
    Object.entries({ ...this.reply()?.figure.excluded }).map(([reason, count]) => ({ reason, count })),
  );
  protected readonly beside = computed(() =>
    Object.entries({ ...this.reply()?.figure.beside }).filter(([, count]) => count > 0),
  );

  protected readonly columns = computed((): Column<ReceiptRow>[] => [
    {
      id: 'at',
      label: this.t(`figures.at.${this.metric.ownedBy.replaceAll(' ', '-')}`),
      text: (row) => this.when(row.at),
      isTight: true,
    },
    { id: 'what', label: this.t(this.whatKey()) },
    ...(this.metric.kind === 'mean' ? [this.valueColumn()] : []),
  ]);
  protected readonly idOf = (row: ReceiptRow): string => row.id;

  /** What each row brings to a mean: its score, its seconds. */
  private valueColumn(): Column<ReceiptRow> {
    const { metric, question } = this.of;
    const { unit } = this.metric;
    return {
      id: 'value',
      label: question.attribute ?? this.t(`figures.value.${unit}`),
      text: ({ numerator }) =>
        isWhole.has(unit) ? signed(this.format.count(numerator)) : this.figures.value(metric, numerator),
      isNumber: true,
      isTight: true,
    };
  }

  private readonly asked = computed(() => askedPeriod(this.of.question, this.format.zone()));

  /** Within one day the day is said once, above the rows. A call is due on a day, at no time of it. */
  private when(at: string): string {
    if (this.metric.source === 'planned-call') return this.format.shortDate(at);
    return this.asked().isOneDay ? this.format.timeWithSeconds(at) : this.format.shortDateTime(at);
  }

  protected period({ asOf }: ReceiptReply): string {
    const { from, to, isOneDay } = this.asked();
    // The running minute is counted in, but is not over: the clock still shows its beginning.
    const isRunning = to.getTime() > Date.parse(asOf) && to.getTime() - Date.parse(asOf) <= 60_000;
    const end = isRunning ? to.getTime() - 60_000 : to;
    return this.t(isOneDay ? 'figures.period-in-day' : 'figures.period', {
      from: this.format.dateTime(from),
      to: isOneDay ? this.format.endTime(end) : this.format.endDateTime(end),
      asOf: this.format.timeWithSeconds(asOf),
    });
  }

  protected interval({ figure }: ReceiptReply): string | null {
    if (!figure.interval) return null;
    const range = this.figures.interval(this.of.metric, figure.interval.low, figure.interval.high);
    // Only the board's figure is judged by a state.
    return this.t(boardMetrics.has(this.of.metric) ? 'figures.interval' : 'figures.interval-alone', { range });
  }

  protected readonly exportAddress = computed(() =>
    this.client.exportAddress(this.of.metric, this.of.question, this.part()),
  );

  protected async more(): Promise<void> {
    const next = this.next();
    if (next === null) return;
    const page = await this.client.receipt(this.of.metric, this.of.question, this.part(), next);
    this.later.update(({ rows }) => ({ rows: [...rows, ...page.rows], next: page.next }));
  }

  /** What was promised, and whether it was kept. */
  private promise({ unit, amount, allowsPauses, metAt }: NonNullable<ReceiptRow['clock']>): string {
    const count = isCountedInDays(unit) ? amount : amount / 3600;
    const kept = metAt === null ? this.t('figures.open') : this.t('figures.kept', { when: this.format.dayTime(metAt) });
    const pauses = allowsPauses ? [this.t('figures.may-pause')] : [];
    return [this.t(`figures.clock.${unit}`, { count }), ...pauses, kept].join(' · ');
  }

  /** Of a row that was not in the frozen figure, or not so. */
  protected mark({ id }: ReceiptRow): string | null {
    const row = this.changed().get(id);
    if (!row?.now) return null;
    return this.t(row.then ? 'figures.frozen.row-other' : 'figures.frozen.row-came');
  }

  private whatKey(): string {
    const own = `figures.what-of.${this.of.metric}`;
    return this.texts.has(own) ? own : 'figures.what';
  }

  /** What was promised, what came of it, or the reason of the contact, where there is one. */
  protected about({ clock, came, contactId, reason, what }: ReceiptRow): string {
    if (clock) return this.promise(clock);
    if (came) {
      const when = came.at === null ? '' : this.format.dayTime(came.at);
      const matter = what ?? this.name(reason);
      return [this.t(`figures.came.${came.as}`, { when }), ...(matter === '' ? [] : [matter])].join(' · ');
    }
    return this.name(reason) || (contactId === null ? '' : this.t('figures.no-reason'));
  }

  /** "79.9, failed" */
  protected score({ score, outcome }: NonNullable<ReceiptRow['exam']>): string {
    const said = this.t(`figures.outcome.${outcome ?? 'not-assessed'}`);
    return score === null ? said : this.t('figures.exam-score', { score: shownScore(score), outcome: said });
  }

  protected name(both: { en: string; zh: string } | null): string {
    return both?.[this.texts.locale()] ?? '';
  }
}
