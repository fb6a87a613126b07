import { DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { BoardQuestion, BoardSnapshot, StreamEntry } from '@forecall/contracts';
import { Live } from '../platform/live/live.js';
import { BoardClient } from './board-client.js';
import { type StreamState, streamFrom, withArrived } from './stream.js';
import { withNewer } from './tiles.js';

/** The board on the screen: what the socket sends, kept in order. One for each page that shows it. */
@Injectable()
export class LiveBoard {
  private readonly live = inject(Live);
  private readonly client = inject(BoardClient);

  readonly snapshot = signal<BoardSnapshot | null>(null);
  readonly stream = signal<StreamState | null>(null);
  readonly streamError = signal<unknown>(null);
  private question: BoardQuestion | null = null;
  private stopWatching: () => void = () => undefined;
  private isLoadingStream = false;
  private arrivedMeanwhile: StreamEntry[] = [];

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stopWatching());
    this.live
      .on<BoardSnapshot>('board')
      .pipe(takeUntilDestroyed())
      .subscribe((came) => this.take(came));
  }

  /** Loads the arriving complaints and follows them. In a constructor. */
  followStream(): void {
    this.live
      .on<StreamEntry>('complaint')
      .pipe(takeUntilDestroyed())
      .subscribe((entry) => this.arrive(entry));
    // What came while the line was cut is only to be had by loading the stream anew.
    effect(() => {
      this.live.returns();
      untracked(() => void this.loadStream());
    });
  }

  /** Watches one window of the board; the first picture comes at once, and again after each reconnect. */
  watch(question: BoardQuestion): void {
    this.question = question;
    this.snapshot.update((shown) => (shown?.window === question.window && shown.side === question.side ? shown : null));
    this.stopWatching = this.live.keepAsking('board.watch', question);
  }

  private take(came: BoardSnapshot): void {
    if (came.window !== this.question?.window || came.side !== this.question.side) return;
    this.snapshot.update((shown) =>
      shown && shown.asOf > came.asOf
        ? shown
        : { ...came, tiles: shown ? withNewer(shown.tiles, came.tiles) : came.tiles },
    );
  }

  private arrive(entry: StreamEntry): void {
    const shown = this.stream();
    if (!shown || this.isLoadingStream) {
      this.arrivedMeanwhile.push(entry);
      return;
    }
    const next = withArrived(shown, entry);
    if (next) this.stream.set(next);
    else void this.loadStream();
  }

  async loadStream(): Promise<void> {
    if (this.isLoadingStream) return;
    this.isLoadingStream = true;
    try {
      const loaded = streamFrom(await this.client.stream());
      const arrived = this.arrivedMeanwhile.splice(0);
      this.stream.set(arrived.reduce((state, entry) => withArrived(state, entry) ?? state, loaded));
      this.streamError.set(null);
    } catch (error) {
      this.streamError.set(error);
    } finally {
      this.isLoadingStream = false;
    }
  }
}
