import { HttpClient } from '@angular/common/http';
import { Component, computed, DestroyRef, DOCUMENT, effect, inject, input, resource, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { BoardTile, StreamEntry, WallboardView } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import { LiveBoard, tileState, totalOf } from '../board/index.js';
import { Formats } from '../platform/format/formats.js';
import { formatTime } from '../platform/format/moment.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Live } from '../platform/live/live.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Empty } from '../ui/feedback/empty.js';
import { commonScale } from '../ui/figure/whisker-geometry.js';
import { Whisker } from '../ui/figure/whisker.js';
import { BrandMark } from '../ui/icon/brand-mark.js';
import { Glyph } from '../ui/state/glyph.js';
import { WallTile } from './wall-tile.js';
import { wallColumns, wallOrder } from './wall-order.js';

const recentMilliseconds = 5 * 60_000;

/** The board for a big screen: read from five metres, without touching anything, signed in by its link alone. */
@Component({
  selector: 'fc-wallboard-page',
  imports: [BrandMark, Empty, Glyph, WallTile, Whisker],
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

  protected readonly view = resource({
    params: () => this.token(),
    loader: ({ params }) =>
      firstValueFrom(this.http.get<WallboardView>('/api/wallboard', { headers: { 'X-Wallboard': params } })),
  });
  protected readonly isRefused = computed(() => this.live.isRefused() || this.view.status() === 'error');
  protected readonly snapshot = this.board.snapshot;
  protected readonly isStale = computed(() => this.live.state() === 'reconnecting' || this.live.state() === 'offline');
  protected readonly tiles = computed(() =>
    wallOrder(
      (this.snapshot()?.tiles ?? []).map((tile) => ({ tile, state: tileState(tile.standing, this.isStale()) })),
    ),
  );
  protected readonly columns = computed(() => wallColumns(this.tiles().length));
  protected readonly total = computed(() => totalOf(this.snapshot()?.tiles ?? []));
  protected readonly scale = computed(() =>
    commonScale(
      this.tiles().map(({ tile: { figure, usual } }) => ({
        value: figure.value,
        high: figure.interval?.high,
        usual: usual?.value,
      })),
    ),
  );
  protected readonly time = signal('');
  private readonly arrivals = signal<readonly number[]>([]);
  protected readonly recent = computed(() => this.arrivals().length);

  protected readonly nameOf = ({ name }: BoardTile): string => name[this.texts.locale()];
  protected readonly ageSeconds = computed(() => Math.floor(this.live.ageMilliseconds() / 1000));
  protected readonly age = computed(() => this.format.ago(this.ageSeconds()));

  constructor() {
    const destroyed = inject(DestroyRef);
    const root = inject(DOCUMENT).documentElement;
    root.dataset['theme'] = 'dark';
    this.board.watch({ window: 'h1', side: 'answerable' });
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
    this.live
      .on<StreamEntry>('complaint')
      .pipe(takeUntilDestroyed())
      .subscribe((entry) => this.arrivals.update((at) => [...at, Date.parse(entry.receivedAt)]));
    const timer = setInterval(() => this.tick(), 1000);
    destroyed.onDestroy(() => clearInterval(timer));
    this.tick();
  }

  private tick(): void {
    const now = this.clock.now();
    this.time.set(formatTime(now, this.view.hasValue() ? this.view.value().zone : this.format.zone()));
    this.arrivals.update((at) => at.filter((one) => now.getTime() - one < recentMilliseconds));
  }
}
