import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BoardSide, BoardTile } from '@forecall/contracts';
import { addDays, type BoardWindow, boardWindows, minimumContacts } from '@forecall/domain';
import { AlarmBanner } from '../alarms/index.js';
import { openReceipts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Live } from '../platform/live/live.js';
import { describePage } from '../platform/page/page-head.js';
import { Session } from '../platform/session/session.js';
import { FirstSteps } from '../first-steps/index.js';
import { Segment } from '../ui/choice/segment.js';
import { Banner } from '../ui/feedback/banner.js';
import { Empty } from '../ui/feedback/empty.js';
import { FiguresMoving } from '../ui/feedback/figures-moving.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Tile, type TileFigure } from '../ui/figure/tile.js';
import { TileGrid } from '../ui/figure/tile-grid.js';
import { Whisker } from '../ui/figure/whisker.js';
import { DayChartCard } from './day-chart-card.js';
import { shownDays } from './day-figures.js';
import { LiveBoard } from './live-board.js';
import { boardSides, questionIn, rememberedWindow } from './question.js';
import { StreamCard } from './stream-card.js';
import { standingKey, tileState } from './tile-state.js';
import { SumTile } from './sum-tile.js';
import { caughtOf, satisfiedOf, scaleOf, totalOf } from './tiles.js';

/** Is anything more than chance, since when, and why? Every department's complaint rate, live. */
@Component({
  selector: 'fc-board-page',
  imports: [
    AlarmBanner,
    Banner,
    SumTile,
    DayChartCard,
    Empty,
    FiguresMoving,
    RouterLink,
    Segment,
    Skeleton,
    StreamCard,
    Tile,
    TileGrid,
    Whisker,
  ],
  providers: [LiveBoard],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
})
export class BoardPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly board = inject(LiveBoard);
  protected readonly live = inject(Live);
  private readonly locale = inject(Texts).locale;
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly receipts = openReceipts();

  /** From the address: what is looked at can be sent to a colleague. */
  readonly window = input<string>();
  readonly side = input<string>();
  readonly department = input<string>();

  private readonly lastWindow = rememberedWindow(this.session.me()?.signInId ?? '');
  protected readonly question = computed(() => questionIn(this.window() ?? this.lastWindow.value(), this.side()));
  protected readonly windows = computed(() =>
    boardWindows.map((value) => ({ value, label: this.t(`board.window.${value}`) })),
  );
  protected readonly sides = computed(() =>
    boardSides.map((value) => ({ value, label: this.t(`board.side.${value}`) })),
  );
  protected readonly snapshot = this.board.snapshot;
  protected readonly tiles = computed(() => this.snapshot()?.tiles ?? []);
  protected readonly total = computed(() => totalOf(this.tiles()));
  protected readonly caught = computed(() => caughtOf(this.tiles()));
  protected readonly satisfied = computed(() => satisfiedOf(this.tiles()));
  protected readonly isStale = computed(() => this.live.state() === 'reconnecting' || this.live.state() === 'offline');
  protected readonly scale = computed(() => scaleOf(this.tiles()));
  /** Without a rate there is nothing for the legend to explain. */
  protected readonly hasRates = computed(() => this.tiles().some(({ standing }) => standing !== 'too-few'));
  /** Where the period has too few contacts for any rate, as at night: the periods that may have enough. */
  protected readonly wider = computed(() => {
    if (this.tiles().length === 0 || this.hasRates()) return [];
    const index = boardWindows.indexOf(this.question().window);
    return this.windows().filter(({ value }) => value !== 'h1' && boardWindows.indexOf(value) > index);
  });
  protected readonly chosen = computed(
    () => this.tiles().find(({ departmentId }) => departmentId === this.department()) ?? this.tiles()[0],
  );
  /** The states come from the evidence of alarms. */
  protected readonly isWatched = computed(() => this.tiles().some(({ evidence }) => evidence !== null));
  protected readonly hasAlarm = computed(() => this.tiles().some(({ alarm }) => alarm !== null));
  protected readonly isAdmin = computed(() => this.session.hasRole('admin'));
  protected readonly focused = signal<string | null>(null);
  private readonly alarmBanner = viewChild(AlarmBanner);

  constructor() {
    this.board.followStream();
    // That it was looked at is one of a new company's first steps; nothing hangs on it.
    const firstSteps = inject(FirstSteps);
    if (this.session.hasRole('admin')) firstSteps.seeBoard().catch(() => undefined);
    effect(() => this.board.watch(this.question()));
    describePage(() => ({
      crumb: this.t('board.crumb', { organisation: this.session.me()?.organisation.name ?? '' }),
    }));
    useKeys('keys.board', [
      {
        press: '.',
        name: 'keys.receipts',
        act: () => this.showReceipts(this.focusedTile() ?? this.chosen()),
        when: () => this.tiles().length > 0,
      },
      {
        press: 'a',
        name: 'alarms.act.take',
        act: () => this.alarmBanner()?.take(),
        when: () => this.alarmBanner()?.mayTake() === true,
      },
    ]);
  }

  protected nameOf = ({ name }: BoardTile): string => name[this.locale()];
  protected stateOf = (tile: BoardTile) => tileState(tile, this.isStale());

  protected stateLabel(tile: BoardTile): string {
    if (this.isStale()) return this.format.old(this.live.ageMilliseconds() / 1000);
    if (tile.standing === 'too-few' && !tile.alarm) return this.t('board.n', { n: tile.figure.n });
    return this.t(standingKey(tile));
  }

  protected missing(tile: BoardTile): string | undefined {
    return tile.standing === 'too-few' ? this.t('board.too-few', { n: tile.figure.n }) : undefined;
  }

  /** The bar may leave out the usual level while the state is usual: they ask for different certainties. */
  protected hint({ figure, usual, evidence }: BoardTile): string {
    if (!figure.interval) return '';
    const range = this.format.interval(figure.interval.low, figure.interval.high);
    const key = evidence === null ? 'board.hint' : 'board.hint-watched';
    return this.t(usual ? key : 'board.hint-no-usual', {
      range,
      evidence: this.format.rate(evidence).replace('.0%', '%'),
      usual: this.format.rate(usual?.value ?? null),
      basis: usual ? this.t(`board.basis.${usual.basis.replaceAll(' ', '-')}`) : '',
    });
  }

  protected figureOf({ figure, usual, trend, weekBefore }: BoardTile): TileFigure {
    const before = rateOf(weekBefore);
    return {
      rate: figure.value,
      numerator: figure.numerator,
      denominator: figure.denominator ?? 0,
      interval: figure.interval,
      usual: usual?.value ?? null,
      recent: [...trend.map(rateOf), figure.value],
      change: figure.value === null || before === null ? null : figure.value - before,
    };
  }

  protected readonly periodText = computed(() => {
    const shown = this.snapshot();
    if (!shown) return '';
    const isShort = shown.window === 'm15' || shown.window === 'h1';
    // The running minute is counted in, but is not over: the clock still shows its beginning.
    if (isShort) return `${this.format.time(shown.from)}–${this.format.time(Date.parse(shown.to) - 60_000)}`;
    const from = shown.window === 'today' ? this.format.time(shown.from) : this.format.date(shown.from);
    return this.t('board.since', { from });
  });

  protected readonly changeLabel = computed(() => {
    const shown = this.snapshot();
    const day = shown ? new Date(Date.parse(shown.asOf) - 7 * 86_400_000) : new Date();
    return shown?.window === 'd7' || shown?.window === 'd28'
      ? this.t('board.against-week-before')
      : this.t('board.against-day', { day: this.format.date(day) });
  });

  protected linkQuery = (tile: BoardTile): Record<string, string> => ({
    ...this.question(),
    department: tile.departmentId,
  });

  protected choose(change: { window?: BoardWindow; side?: BoardSide }): void {
    if (change.window) this.lastWindow.set(change.window);
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private focusedTile(): BoardTile | undefined {
    return this.tiles().find(({ departmentId }) => departmentId === this.focused());
  }

  protected showReceipts(tile: BoardTile | undefined): void {
    const shown = this.snapshot();
    if (!tile || !shown) return;
    const { from, to } = shown;
    this.show(tile, this.t('board.receipts-of', { department: this.nameOf(tile) }), { from, to });
  }

  /** The rows behind the chart: those of the tile where it shows the tile's days, else those of today. */
  protected showChartReceipts(tile: BoardTile): void {
    if (shownDays(this.question().window) > 1) {
      this.showReceipts(tile);
      return;
    }
    const from = this.format.today();
    const heading = this.t('board.chart-heading', { department: this.nameOf(tile) });
    this.show(tile, heading, { from, to: addDays(from, 1) });
  }

  protected showCaught(): void {
    const shown = this.snapshot();
    if (!shown) return;
    this.receipts({
      ...{ metric: 'proactive-catch-rate', heading: this.t('board.caught') },
      question: { scope: [], ...shown.caught },
    });
  }

  protected showSatisfied(): void {
    const shown = this.snapshot();
    if (!shown) return;
    const { from, to } = shown;
    this.receipts({ metric: 'csat', heading: this.t('board.satisfied'), question: { scope: [], from, to } });
  }

  private show(tile: BoardTile, heading: string, period: { from: string; to: string }): void {
    const question = { scope: [`department:${tile.departmentId}`], ...period };
    this.receipts({ metric: tile.figure.definition.id, heading, question });
  }
}

const rateOf = ({ numerator, denominator }: { numerator: number; denominator: number }): number | null =>
  denominator >= minimumContacts ? numerator / denominator : null;
