import { HttpClient } from '@angular/common/http';
import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { BoardTile, StreamEntry, WallboardArrival as Arrival, WallboardView } from '@forecall/contracts';
import { boardWindows } from '@forecall/domain';
import { firstValueFrom } from 'rxjs';
import { caughtOf, LiveBoard, scaleOf, tileStanding, totalOf } from '../board/index.js';
import { Formats } from '../platform/format/formats.js';
import { formatTime } from '../platform/format/moment.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Live } from '../platform/live/live.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Empty } from '../ui/feedback/empty.js';
import { Whisker } from '../ui/figure/whisker.js';
import { BrandMark } from '../ui/icon/brand-mark.js';
import { Glyph } from '../ui/state/glyph.js';
import { WallAlarm } from './wall-alarm.js';
import { WallTile } from './wall-tile.js';
import { largeCount, wallColumns, wallOrder } from './wall-order.js';

const recentMilliseconds = 5 * 60_000;

/** The board for a big screen: read from five metres, without touching anything, signed in by its link alone. */
@Component({
  selector: 'fc-wallboard-page',
  imports: [BrandMark, Empty, Glyph, WallAlarm, WallTile, Whisker],
  providers: [LiveBoard],
  templateUrl: './wallboard-page.html',
  styleUrl: './wallboard-page.css',
})
export class WallboardPage {
  protected readonly t = injectTexts();
  private readonly texts = inject(Texts);
  protected readonly format = inject(Formats);
  protected readonly live = inject(Live);
  protected readonly clock = inject(ServerClock);
  private readonly http = inject(HttpClient);
  private readonly board = inject(LiveBoard);
  readonly token = input.required<string>();
  /** From the address; a link without it is one of before there was a choice, and shows the last hour as ever. */
  readonly period = input<string>();
  protected readonly window = computed(() => boardWindows.find((known) => known === this.period()) ?? 'h1');

  protected readonly view = resource({
    params: () => this.token(),
    loader: ({ params }) => this.ask(params),
  });
  protected readonly isRefused = computed(() => this.live.isRefused() || this.view.status() === 'error');
  protected readonly snapshot = this.board.snapshot;
  protected readonly isStale = computed(() => this.live.state() === 'reconnecting' || this.live.state() === 'offline');
  /** What is old keeps its place: only a state moves a tile. */
  protected readonly tiles = computed(() => {
    const inOrder = wallOrder((this.snapshot()?.tiles ?? []).map((tile) => ({ tile, state: tileStanding(tile) })));
    const large = largeCount(inOrder);
    return inOrder.map((shown, index) => ({ ...shown, isLarge: index < large }));
  });
  private readonly large = computed(() => largeCount(this.tiles()));
  protected readonly columns = computed(() => wallColumns(this.tiles().length, this.large()));
  protected readonly isRoomy = computed(() => this.tiles().length + 3 * this.large() <= 8);
  protected readonly zone = computed(() => (this.view.hasValue() ? this.view.value().zone : this.format.zone()));
  protected readonly total = computed(() => totalOf(this.snapshot()?.tiles ?? []));
  protected readonly scale = computed(() => scaleOf(this.snapshot()?.tiles ?? []));
  protected readonly caught = computed(() => caughtOf(this.snapshot()?.tiles ?? []));
  protected readonly time = signal('');
  /** When each complaint of the last minutes came, by its place in the stream. */
  private readonly arrivals = signal<ReadonlyMap<string, number>>(new Map());
  protected readonly recent = computed(() => this.arrivals().size);

  protected readonly nameOf = ({ name }: BoardTile): string => name[this.texts.locale()];
  protected readonly ageSeconds = computed(() => Math.floor(this.live.ageMilliseconds() / 1000));
  protected readonly age = computed(() => this.format.ago(this.ageSeconds()));

  constructor() {
    const destroyed = inject(DestroyRef);
    const root = inject(DOCUMENT).documentElement;
    root.dataset['theme'] = 'dark';
    effect(() => this.board.watch({ window: this.window(), side: 'answerable' }));
    toObservable(this.token)
      .pipe(takeUntilDestroyed())
      .subscribe((token) => {
        this.live.stop();
        void this.live.start({ wallboard: token });
      });
    destroyed.onDestroy(() => this.live.stop());
    effect(() => {
      if (this.view.hasValue()) void this.texts.use(this.view.value().locale);
    });
    // What came before the page was opened, or while the line was cut, only the server knows.
    effect(() => {
      if (this.view.hasValue()) this.arrive(this.view.value().arrivals);
    });
    effect(() => {
      if (this.live.returns() > 0) untracked(() => void this.catchUp());
    });
    this.live
      .on<StreamEntry>('complaint')
      .pipe(takeUntilDestroyed())
      .subscribe((entry) => this.arrive([entry]));
    const timer = setInterval(() => this.tick(), 1000);
    destroyed.onDestroy(() => clearInterval(timer));
    this.tick();
  }

  private ask(token: string): Promise<WallboardView> {
    return firstValueFrom(this.http.get<WallboardView>('/api/wallboard', { headers: { 'X-Wallboard': token } }));
  }

  private async catchUp(): Promise<void> {
    // Where the line is cut again it comes back again.
    const view = await this.ask(this.token()).catch(() => null);
    this.arrive(view?.arrivals ?? []);
  }

  private arrive(came: readonly Arrival[]): void {
    untracked(() => {
      this.arrivals.update(
        (known) =>
          new Map([...known, ...came.map(({ scope, n, endedAt }) => [`${scope} ${n}`, Date.parse(endedAt)] as const)]),
      );
      this.forget();
    });
  }

  private forget(): void {
    const now = this.clock.now().getTime();
    this.arrivals.update((known) => {
      const recent = [...known].filter(([, at]) => now - at < recentMilliseconds);
      return recent.length === known.size ? known : new Map(recent);
    });
  }

  private tick(): void {
    const now = this.clock.now();
    this.time.set(formatTime(now, this.zone()));
    this.forget();
  }
}
