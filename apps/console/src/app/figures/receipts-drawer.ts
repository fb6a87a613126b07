import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReceiptReply, ReceiptRow } from '@forecall/contracts';
import { definitionOf } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Segment } from '../ui/choice/segment.js';
import { Drawer } from '../ui/drawer/drawer.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Figure } from '../ui/figure/figure.js';
import { Icon } from '../ui/icon/icon.js';
import { Cell, type Column, Table } from '../ui/table/table.js';
import { FiguresClient } from './figures-client.js';
import type { ReceiptsOf } from './receipts.js';

/** What a figure means, the numbers put in, what was left out, and exactly the rows behind it. */
@Component({
  selector: 'fc-receipts-drawer',
  imports: [Cell, Drawer, Figure, Icon, Load, Ready, RouterLink, Segment, Shape, Skeleton, Table],
  templateUrl: './receipts-drawer.html',
  styleUrl: './receipts-drawer.css',
})
export class ReceiptsDrawer {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly texts = inject(Texts);
  private readonly client = inject(FiguresClient);
  protected readonly of = inject<ReceiptsOf>(DIALOG_DATA);
  protected readonly metric = definitionOf(this.of.metric);

  protected readonly part = signal<'numerator' | 'denominator'>('numerator');
  protected readonly first = resource({
    params: () => this.part(),
    loader: ({ params }) => this.client.receipt(this.of.metric, this.of.question, params, null),
  });
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
    return [
      {
        value: 'numerator' as const,
        label: this.t(`figures.part.${this.of.metric}.above`, { n: this.format.count(figure?.numerator ?? 0) }),
      },
      {
        value: 'denominator' as const,
        label: this.t(`figures.part.${this.of.metric}.below`, { n: this.format.count(figure?.denominator ?? 0) }),
      },
    ];
  });

  protected readonly left = computed(() =>
    Object.entries({ ...this.reply()?.figure.excluded }).map(([reason, count]) => ({ reason, count })),
  );
  protected readonly beside = computed(() =>
    Object.entries({ ...this.reply()?.figure.beside }).filter(([, count]) => count > 0),
  );

  protected readonly columns = computed((): Column<ReceiptRow>[] => [
    { id: 'at', label: this.t('figures.at'), text: (row) => this.when(row.at), isTight: true },
    { id: 'number', label: this.t('figures.number'), text: (row) => row.complaintNumber ?? '', isTight: true },
    {
      id: 'account',
      label: this.t('figures.account'),
      text: (row) => this.name(row.account) || this.t('figures.unknown'),
    },
    { id: 'reason', label: this.t('figures.reason'), text: (row) => this.name(row.reason) },
    { id: 'rep', label: this.t('figures.rep'), text: (row) => row.rep ?? '', isTight: true, isWideOnly: true },
  ]);
  protected readonly idOf = (row: ReceiptRow): string => row.id;

  /** Within one day the day is said once, above the rows. */
  private readonly isOneDay = computed(() => {
    const { from, to } = this.of.question;
    return this.format.dayOf(from) === this.format.dayOf(new Date(Date.parse(to) - 1));
  });

  private when(at: string): string {
    return this.isOneDay() ? this.format.timeWithSeconds(at) : this.format.dayTime(at);
  }

  protected period({ asOf }: ReceiptReply): string {
    const { from, to } = this.of.question;
    return this.t(this.isOneDay() ? 'figures.period-in-day' : 'figures.period', {
      from: this.isOneDay() ? this.format.dayTime(from) : this.format.dateTime(from),
      to: this.isOneDay() ? this.format.time(to) : this.format.dateTime(to),
      asOf: this.format.timeWithSeconds(asOf),
    });
  }

  protected interval({ figure }: ReceiptReply): string | null {
    return figure.interval && this.format.interval(figure.interval.low, figure.interval.high);
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

  private name(both: { en: string; zh: string } | null): string {
    return both?.[this.texts.locale()] ?? '';
  }
}
