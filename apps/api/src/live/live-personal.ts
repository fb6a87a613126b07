import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Personal } from '@forecall/contracts';
import { localDay } from '@forecall/domain';
import { DeskCallsService } from '../contacts/calls/desk-calls.service.js';
import { DutyViewService } from '../duties/duty-view.service.js';
import { NotificationViewService } from '../notifications/notification-view.service.js';
import { allows } from '../platform/access/permit.js';
import { Database } from '../platform/database/database.js';
import { CallsAheadService } from '../proactive/calls/calls-ahead.service.js';
import { type LiveServer, type LiveSocket, rooms, staffInRooms } from './live-socket.js';
import { ScopeWatch } from './scope-watch.js';

const pollMilliseconds = 1_000;
/** What is committed within it is sent together. */
const gatherMilliseconds = 100;

/**
 * Sends everybody's own corner to their own sockets: how much is unread at the bell, how much waits in their day and among
 * their proactive calls, and the calls of their desk. A word of the database tells whose has changed; a look once a second
 * makes good what was lost on the way.
 */
@Injectable()
export class LivePersonal implements OnApplicationShutdown {
  private readonly logger = new Logger('live');
  private server: LiveServer | undefined;
  private poll: NodeJS.Timeout | undefined;
  private gather: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private isStopped = false;
  /** The news of the last minute that were sent. */
  private seen = new Set<string>();
  private day = '';

  constructor(
    private readonly database: Database,
    private readonly duties: DutyViewService,
    private readonly notifications: NotificationViewService,
    private readonly deskCalls: DeskCallsService,
    private readonly callsAhead: CallsAheadService,
    private readonly scopes: ScopeWatch,
  ) {}

  serve(server: LiveServer): void {
    this.server = server;
    this.scopes.onPersonal(() => this.lookSoon());
    this.poll = setInterval(() => this.look(), pollMilliseconds);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.poll);
    clearTimeout(this.gather);
    await this.working;
  }

  /** Somebody's own corner to one socket, as its first picture. */
  async show(socket: LiveSocket): Promise<void> {
    const { party } = socket.data;
    if (party.kind !== 'viewer') return;
    await this.personalOf(socket).then(
      (personal) => personal && socket.emit('personal', personal),
      (error: unknown) => this.logger.warn(`A bell could not be read: ${String(error)}`),
    );
  }

  private lookSoon(): void {
    this.gather ??= setTimeout(() => {
      this.gather = undefined;
      this.look();
    }, gatherMilliseconds);
  }

  private look(): void {
    if (this.isStopped) return;
    this.working ??= this.sendNews()
      .catch((error: unknown) => this.logger.debug(`News could not be read: ${String(error)}`))
      .finally(() => (this.working = undefined));
  }

  private async sendNews(): Promise<void> {
    if (!this.server) return;
    const connected = staffInRooms(this.server);
    if (connected.size === 0) return;
    const rows = await this.database.prepared<{ id: string; staff_id: string | null; zone: string | null }>(
      'personal-news',
      `SELECT id, staff_id, (SELECT zone FROM organisation) AS zone FROM personal_news WHERE at > now() - interval '1 minute'
       UNION ALL SELECT 0, NULL, (SELECT zone FROM organisation)`,
    );
    const touched = new Set<string>();
    for (const { id, staff_id: staffId } of rows)
      if (staffId !== null && !this.seen.has(id) && connected.has(staffId)) touched.add(staffId);
    this.seen = new Set(rows.map(({ id }) => id));
    // With the day the count of what is due today changes for everybody.
    const day = localDay(new Date(), rows.at(-1)?.zone ?? 'UTC');
    if (this.day !== '' && this.day !== day) for (const staffId of connected.keys()) touched.add(staffId);
    this.day = day;
    for (const staffId of touched) {
      const socket = connected.get(staffId);
      const personal = socket && (await this.personalOf(socket));
      if (personal) this.server.to(rooms.staff(staffId)).emit('personal', personal);
      if (socket && mayCall(socket))
        this.server.to(rooms.staff(staffId)).emit('calls', await this.deskCalls.of(staffId));
    }
  }

  private async personalOf({ data: { party } }: LiveSocket): Promise<Personal | undefined> {
    if (party.kind !== 'viewer') return undefined;
    const { viewer } = party;
    const [told, due, calls] = await Promise.all([
      this.notifications.unread(viewer.staffId),
      allows(viewer, 'duty.read') ? this.duties.dueToday(viewer) : 0,
      allows(viewer, 'planned-call.work') ? this.callsAhead.countToday(viewer.staffId) : 0,
    ]);
    return { ...told, due, calls };
  }
}

const mayCall = ({ data: { party } }: LiveSocket): boolean =>
  party.kind === 'viewer' && allows(party.viewer, 'calls.own');
