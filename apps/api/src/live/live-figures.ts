import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { BoardSnapshot } from '@forecall/contracts';
import { BoardService } from '../board/board.service.js';
import { entryFor, StreamService } from '../board/stream.service.js';
import { type BoardRoom, type LiveServer, type LiveSocket, rooms, watchedBoards } from './live-socket.js';
import { ScopeWatch } from './scope-watch.js';

const minuteMilliseconds = 60_000;

/** Sends what changed to the sockets of this process: tiles of touched departments, and complaints as they arrive. */
@Injectable()
export class LiveFigures implements OnApplicationShutdown {
  private readonly logger = new Logger('live');
  private server: LiveServer | undefined;
  private readonly touched = new Set<string>();
  private isMinuteOver = false;
  private sending: Promise<void> | undefined;
  private seen: Promise<Record<string, number>> | undefined;
  private minute: NodeJS.Timeout | undefined;

  constructor(
    private readonly board: BoardService,
    private readonly stream: StreamService,
    private readonly scopes: ScopeWatch,
  ) {}

  serve(server: LiveServer): void {
    this.server = server;
    this.seen = this.stream.lastOf();
    this.seen.catch(() => (this.seen = undefined));
    this.scopes.onChange((changed) => {
      for (const scope of changed) this.touched.add(scope);
      this.send();
    });
    this.planMinute();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.minute);
    await this.sending;
  }

  /** The whole board to one socket, as its first picture. */
  async show(socket: LiveSocket, { window, side, departmentId }: Omit<BoardRoom, 'room'>): Promise<void> {
    socket.emit('board', await this.board.snapshot(window, side, departmentId));
  }

  /** Windows slide: at each minute every watched tile is sent, whether something was committed or not. */
  private planMinute(): void {
    this.minute = setTimeout(
      () => {
        this.isMinuteOver = true;
        this.send();
        this.planMinute();
      },
      minuteMilliseconds - (Date.now() % minuteMilliseconds) + 50,
    );
  }

  /** One sending at a time; what is touched meanwhile goes with the next. */
  private send(): void {
    this.sending ??= this.sendTouched()
      .catch((error: unknown) => this.logger.warn(`Live figures could not be read: ${String(error)}`))
      .finally(() => {
        this.sending = undefined;
        if (this.touched.size > 0 || this.isMinuteOver) this.send();
      });
  }

  private async sendTouched(): Promise<void> {
    const touched = new Set(this.touched);
    const isWhole = this.isMinuteOver;
    this.touched.clear();
    this.isMinuteOver = false;
    if (!this.server) return;
    await this.sendTiles(this.server, touched, isWhole);
    if (touched.size > 0) await this.sendComplaints(this.server, [...touched]);
  }

  private async sendTiles(server: LiveServer, touched: ReadonlySet<string>, isWhole: boolean): Promise<void> {
    const snapshots = new Map<string, Promise<BoardSnapshot>>();
    for (const { room, window, side, departmentId } of watchedBoards(server)) {
      const key = `${window} ${side}`;
      const snapshot = snapshots.get(key) ?? this.board.snapshot(window, side);
      snapshots.set(key, snapshot);
      const { tiles, ...frame } = await snapshot;
      const shown = tiles.filter(
        (tile) =>
          (departmentId === null || tile.departmentId === departmentId) &&
          (isWhole || touched.has(`department:${tile.departmentId}`)),
      );
      if (shown.length > 0) server.to(room).emit('board', { ...frame, tiles: shown } satisfies BoardSnapshot);
    }
  }

  private async sendComplaints(server: LiveServer, scopes: string[]): Promise<void> {
    this.seen ??= this.stream.lastOf();
    const seen = await this.seen;
    for (const row of await this.stream.after(seen, scopes)) {
      seen[row.scope] = row.n;
      const hidden = entryFor(row, { everything: false, departmentIds: new Set(), staffId: null });
      server.to([rooms.wallboard(null), rooms.wallboard(row.department_id)]).emit('complaint', hidden);
      for (const socket of socketsIn(server, rooms.leaders)) {
        const { party } = socket.data;
        if (party.kind === 'viewer') socket.emit('complaint', entryFor(row, party.reach));
      }
    }
  }
}

function socketsIn(server: LiveServer, room: string): LiveSocket[] {
  const ids = server.sockets.adapter.rooms.get(room) ?? new Set<string>();
  return [...ids].flatMap((id) => server.sockets.sockets.get(id) ?? []);
}
