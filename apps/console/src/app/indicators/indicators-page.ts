import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { IndicatorEntry } from '@forecall/contracts';
import { addDays, type CardKind, cardKinds } from '@forecall/domain';
import { FigureTexts } from '../figures/index.js';
import { Undoable } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { mediaMatches } from '../platform/media/media-matches.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Filter } from '../ui/choice/filter.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Segment } from '../ui/choice/segment.js';
import { Empty } from '../ui/feedback/empty.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { listPages } from '../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../ui/table/table.js';
import { IndicatorForm } from './indicator-form.js';
import { IndicatorsClient } from './indicators-client.js';

const besidePanel = new Set(['metric', 'audience', 'target', 'when']);

/** What is wanted of which figure, by kind of card: what holds now, what is to come, and what has been. */
@Component({
  selector: 'fc-indicators-page',
  imports: [Cell, DayInput, Empty, Field, Filter, IndicatorForm, ListWithPanel, Segment, Table],
  template: `
    <p class="small quiet note">{{ t('indicators.note') }}</p>
    <fc-list-with-panel
      [label]="t('page.indicators')"
      [of]="pages.first"
      [failed]="t('indicators.failed')"
      [isEmpty]="pages.isEmpty()"
      [isOpen]="isOpen()"
      [act]="t('indicators.new')"
      (begun)="begin()"
    >
      <ng-container atHead>
        <fc-segment
          [label]="t('indicators.card')"
          [options]="kinds()"
          [value]="card()"
          (valueChange)="ask({ card: $event })"
        />
        <fc-filter
          [name]="t('indicators.shown.label')"
          [options]="shownChoices()"
          [value]="past()"
          (valueChange)="ask({ past: $event })"
        />
      </ng-container>
      <fc-empty icon="target" [heading]="t('indicators.empty')" [text]="emptyText()">
        @if (offersReadyMade()) {
          <form class="ready-made" (submit)="$event.preventDefault(); readyMade()">
            <fc-field [label]="t('indicators.ready-made-from')" [hint]="t('indicators.ready-made-hint')">
              <fc-day [(value)]="readyMadeFrom" />
            </fc-field>
            <button type="submit" class="button primary" [disabled]="readyMadeFrom() === null">
              {{ t('indicators.ready-made') }}
            </button>
          </form>
        }
      </fc-empty>
      <fc-table
        [label]="t('page.indicators')"
        [columns]="columns()"
        [rows]="pages.rows()"
        [rowId]="idOf"
        [hasMore]="pages.hasMore()"
        (more)="pages.more()"
      >
        <ng-template fcCell="metric" [fcCellOf]="pages.rows()" let-one>
          @if (one.state === 'past') {
            {{ name(one) }}
          } @else {
            <button
              type="button"
              class="link-button"
              [attr.aria-current]="open()?.id === one.id ? 'true' : null"
              (click)="show(one)"
            >
              {{ name(one) }}
            </button>
          }
          @if (isNarrow()) {
            <span class="small faint audience">{{ audience(one) }}</span>
          }
        </ng-template>
        <ng-template fcCell="state" [fcCellOf]="pages.rows()" let-one>
          <span class="pill" [class.accent]="one.state === 'future'">{{ t('indicators.state.' + one.state) }}</span>
        </ng-template>
      </fc-table>
      @if (isNew()) {
        <fc-indicator-form [card]="card()" [changed]="changed" (closed)="close()" (other)="showOther($event)" />
      }
      @for (one of opened(); track one.id) {
        <fc-indicator-form
          [card]="card()"
          [indicator]="one"
          [changed]="changed"
          (closed)="close()"
          (other)="showOther($event)"
        />
      }
    </fc-list-with-panel>
  `,
  styles: `
    .note {
      max-width: 90ch;
      margin-bottom: 12px;
    }
    .audience {
      display: block;
    }
    .ready-made {
      display: grid;
      justify-items: center;
      gap: 12px;
      max-width: 34ch;
      text-align: start;
    }
  `,
})
export class IndicatorsPage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly nameOf = injectNameOf();
  private readonly client = inject(IndicatorsClient);
  private readonly undoable = inject(Undoable);
  private readonly faults = inject(Faults);
  private readonly router = inject(Router);
  private readonly address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });

  protected readonly card = computed(
    (): CardKind => cardKinds.find((kind) => kind === (this.address() as { card?: unknown }).card) ?? 'rep',
  );
  protected readonly past = computed(() => ((this.address() as { past?: unknown }).past === 'yes' ? 'yes' : 'no'));
  protected readonly isNarrow = mediaMatches('(max-width: 640px)');
  private readonly query = computed(() => ({ card: this.card(), past: this.past() }), {
    equal: (one, other) => one.card === other.card && one.past === other.past,
  });
  protected readonly pages = listPages(this.query, (query) => this.client.page(query));
  protected readonly isNew = signal(false);
  protected readonly open = signal<IndicatorEntry | null>(null);
  /** A list of one or none: another indicator is another form. Read anew, it is as somebody else left it. */
  protected readonly opened = computed(() => {
    const open = this.open();
    return open ? [this.pages.rows().find(({ id }) => id === open.id) ?? open] : [];
  });
  protected readonly isOpen = computed(() => this.isNew() || this.open() !== null);
  /** Records that were imported are of days before today. */
  protected readonly readyMadeFrom = signal<string | null>(this.format.today());
  protected readonly offersReadyMade = computed(() => this.pages.first.value()?.isEmpty ?? false);
  protected readonly emptyText = computed(() =>
    this.t(this.offersReadyMade() ? 'indicators.empty-at-all' : 'indicators.empty-text'),
  );

  protected readonly kinds = computed(() =>
    cardKinds.map((value) => ({ value, label: this.t(`indicators.cards.${value}`) })),
  );
  protected readonly shownChoices = computed(() =>
    (['no', 'yes'] as const).map((value) => ({ value, label: this.t(`indicators.shown.${value}`) })),
  );
  /** Beside a panel there is room for the half of them. */
  protected readonly columns = computed(() =>
    this.isOpen() ? this.all().filter(({ id }) => besidePanel.has(id)) : this.all(),
  );
  private readonly all = computed((): Column<IndicatorEntry>[] => {
    const number = { isNumber: true, isTight: true };
    const value = (one: IndicatorEntry, of: number) => this.figures.value(one.metric, of);
    return [
      { id: 'metric', label: this.t('indicators.metric') },
      // On a narrow screen it stands below the figure.
      {
        ...{ id: 'audience', label: this.t('indicators.audience'), isTight: true, isWideOnly: true },
        text: (one) => this.audience(one),
      },
      { id: 'target', label: this.t('indicators.target'), ...number, text: (one) => value(one, one.target) },
      {
        id: 'floor',
        label: this.t('indicators.floor'),
        ...number,
        isWideOnly: true,
        text: (one) => value(one, one.floor),
      },
      {
        ...{ id: 'weight', label: this.t('indicators.weight'), ...number, isWideOnly: true },
        text: ({ weight }) => this.format.count(weight),
      },
      ...(this.card() === 'supervisor'
        ? [
            {
              ...{ id: 'dial', label: this.t('indicators.dial'), isWideOnly: true },
              text: ({ dial }: IndicatorEntry) => (dial ? this.t(`indicators.dials.${dial}`) : ''),
            },
          ]
        : []),
      { id: 'when', label: this.t('indicators.when'), isTight: !this.isNarrow(), text: (one) => this.when(one) },
      { id: 'state', label: this.t('indicators.state.label'), isWideOnly: true, isTight: true },
    ];
  });
  protected readonly idOf = ({ id }: IndicatorEntry): string => id;
  protected readonly name = ({ metric }: IndicatorEntry): string => this.figures.name()(metric);

  constructor() {
    useKeys('page.indicators', [{ press: 'n', name: 'indicators.new', act: () => this.begin() }]);
  }

  protected ask(change: Record<string, string>): void {
    this.close();
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  protected begin(): void {
    this.open.set(null);
    this.isNew.set(true);
  }

  protected show(one: IndicatorEntry): void {
    this.isNew.set(false);
    this.open.set(one);
  }

  protected showOther(id: string): Promise<void> {
    this.pages.reload();
    return this.faults.heed(this.client.find(this.card(), id).then((one) => one && this.show(one)));
  }

  protected close(): void {
    this.isNew.set(false);
    this.open.set(null);
  }

  protected readonly changed = (): void => this.pages.reload();

  protected readyMade(): Promise<void> {
    const from = this.readyMadeFrom() ?? this.format.today();
    const acting = this.client.readyMade({ from });
    const [told, undo] = [{ day: this.format.day(from) }, (act: string) => this.client.undo(act)];
    return this.faults.heed(this.undoable.does(acting, 'indicators.done.ready-made', told, this.changed, undo));
  }

  protected audience({ department, team, card }: IndicatorEntry): string {
    const unit = team ?? department;
    return unit ? this.nameOf(unit) : this.t(`indicators.all.${card}`);
  }

  private when({ from, to }: IndicatorEntry): string {
    return to === null
      ? this.t('indicators.since', { day: this.format.day(from) })
      : `${this.format.day(from)} – ${this.format.day(addDays(to, -1))}`;
  }
}
