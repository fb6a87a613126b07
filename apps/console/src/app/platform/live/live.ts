import { computed, inject, Service, signal, untracked } from '@angular/core';
import type { Beat } from '@forecall/contracts';
import { Observable, Subject } from 'rxjs';
import type { Socket } from 'socket.io-client';
import { SessionEnd } from '../http/session-end.js';
import { Session } from '../session/session.js';
import { connectionState, shouldReopen } from './connection.js';
import { ServerClock } from './server-clock.js';

interface Message {
  event: string;
  body: unknown;
}

/** The one socket to the server: its state, the age of what is on the screen, and its messages. */
@Service()
export class Live {
  private readonly session = inject(Session);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly clock = inject(ServerClock);
  private readonly messages = new Subject<Message>();
  private readonly now = signal(performance.now());
  private readonly beatAt = signal<number | null>(null);
  private readonly startedAt = signal(performance.now());
  private reopenedAt = 0;
  private socket: Socket | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private running = 0;
  /** What the server was asked for, to be asked again on a new connection. */
  private readonly kept = new Map<string, unknown>();

  /** Milliseconds since the last beat; since the start while none has come. */
  readonly ageMilliseconds = computed(() => Math.max(0, this.now() - (this.beatAt() ?? this.startedAt())));
  readonly state = computed(() => connectionState(this.ageMilliseconds(), this.beatAt() !== null));
  /** When the last beat came, by this computer's clock. Changes with the state only. */
  readonly silentSince = computed(() => {
    this.state();
    return new Date(Date.now() - untracked(this.ageMilliseconds));
  });
  /** The newest version of each scope this viewer sees. */
  readonly versions = signal<Beat['versions']>({});
  /** An import is written or taken out in this moment: figures hold a part of it. */
  readonly moving = signal<NonNullable<Beat['moving']> | null>(null);
  /** The wallboard's link is unknown or was revoked. */
  readonly isRefused = signal(false);
  /** Counts the times the connection came back: who holds live figures loads them anew by HTTP then. */
  readonly returns = signal(0);

  /** The bodies of one kind of message; they go on through reconnects. */
  on<T>(event: string): Observable<T> {
    return new Observable((subscriber) =>
      this.messages.subscribe((message) => {
        if (message.event === event) subscriber.next(message.body as T);
      }),
    );
  }

  /**
   * Says what one looks at ("board.watch"), now and after every reconnect, until the returned function is called. What
   * is asked later under the same name takes its place.
   */
  keepAsking(event: string, body: unknown): () => void {
    this.kept.set(event, body);
    if (this.socket?.connected) this.socket.emit(event, body);
    return () => {
      if (this.kept.get(event) !== body) return;
      this.kept.delete(event);
      if (this.socket?.connected) this.socket.emit(event, null);
    };
  }

  /** With a wallboard's token in place of a session. */
  async start(auth?: { wallboard: string }): Promise<void> {
    const run = ++this.running;
    this.startedAt.set(performance.now());
    this.beatAt.set(null);
    this.ticking = setInterval(() => this.tick(), 1_000);
    const { io } = await import('socket.io-client');
    if (run !== this.running) return;
    const socket = io({
      path: '/api/live',
      transports: ['websocket'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      randomizationFactor: 0.5,
      ...(auth && { auth }),
    });
    this.socket = socket;
    let hasConnected = false;
    socket.on('connect', () => {
      for (const [event, body] of this.kept) socket.emit(event, body);
      if (hasConnected && !auth) void this.comeBack();
      hasConnected = true;
    });
    socket.on('connect_error', (error) => {
      if (error.message !== 'signed-out') return;
      if (auth) this.isRefused.set(true);
      else this.sessionEnd.announce();
    });
    socket.on('disconnect', (reason) => {
      // Closed by the server on purpose: after a sign-out elsewhere, or a change of roles. It does not reconnect by itself.
      if (reason !== 'io server disconnect') return;
      if (auth) socket.connect();
      else void this.askAndConnect();
    });
    socket.on('beat', (beat: Beat) => this.beat(beat));
    socket.onAny((event: string, body: unknown) => this.messages.next({ event, body }));
  }

  stop(): void {
    this.running++;
    clearInterval(this.ticking);
    this.socket?.disconnect();
    this.socket = undefined;
  }

  /** Tries at once instead of waiting for the next try. */
  tryNow(): void {
    this.reopenedAt = performance.now();
    this.socket?.disconnect().connect();
  }

  private beat({ serverTime, versions, moving = null }: Beat): void {
    this.clock.observe(serverTime);
    this.now.set(performance.now());
    this.beatAt.set(performance.now());
    this.versions.set(versions);
    this.moving.set(moving);
  }

  private tick(): void {
    this.now.set(performance.now());
    if (shouldReopen(this.ageMilliseconds(), performance.now() - this.reopenedAt)) this.tryNow();
  }

  private async comeBack(): Promise<void> {
    this.returns.update((count) => count + 1);
    await this.session.refresh().catch(() => undefined);
  }

  private async askAndConnect(): Promise<void> {
    const hadSession = this.session.me() !== null;
    await this.session.refresh().catch(() => undefined);
    if (hadSession && this.session.me() === null) return;
    // Not at once: whatever closed it may close it again.
    setTimeout(() => this.socket?.connect(), 500 + Math.random() * 1_000);
  }
}
