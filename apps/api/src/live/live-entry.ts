import { Inject, Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';
import { StreamService } from '../board/stream.service.js';
import { CredentialWatch } from '../platform/access/credential-watch.js';
import { allows } from '../platform/access/permit.js';
import { isOwnOrigin } from '../platform/access/request-origin.js';
import { sessionCookie, Viewers } from '../platform/access/viewers.js';
import { wallboardByToken } from '../platform/access/wallboard.query.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { isOwnHost } from '../platform/http/own-host.js';
import { type LiveParty, type LiveSocket, rooms } from './live-socket.js';

/** The door of the sockets: which page may knock, who is let in, and out again when access ends. */
@Injectable()
export class LiveEntry {
  constructor(
    private readonly viewers: Viewers,
    private readonly credentials: CredentialWatch,
    private readonly database: Database,
    private readonly stream: StreamService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  isFromOwnPage(request: IncomingMessage): boolean {
    const { headers } = request;
    return isOwnHost(headers.host, this.config) && isOwnOrigin(headers, this.config.PUBLIC_URL);
  }

  /** Undefined: nobody we know. */
  async partyOf(socket: LiveSocket): Promise<LiveParty | undefined> {
    const { headers, auth, address } = socket.handshake;
    const wallboard: unknown = auth.wallboard;
    if (typeof wallboard === 'string') {
      const found = await wallboardByToken(this.database, wallboard);
      return found && { kind: 'wallboard', credential: found.credential, departmentId: found.departmentId };
    }
    const session = parseCookie(headers.cookie ?? '')[sessionCookie];
    const viewer = session === undefined ? undefined : await this.viewers.bySession(session, address);
    return viewer && { kind: 'viewer', viewer, reach: await this.stream.reachOf(viewer) };
  }

  /** Puts a socket into the rooms of its permissions and closes it when they end. */
  letIn(socket: LiveSocket): void {
    const { party } = socket.data;
    const roomsOfParty = [rooms.everybody];
    if (party.kind === 'wallboard') roomsOfParty.push(rooms.wallboard(party.departmentId));
    else {
      roomsOfParty.push(rooms.staff(party.viewer.staffId));
      if (allows(party.viewer, 'board.watch')) roomsOfParty.push(rooms.leaders);
    }
    void socket.join(roomsOfParty);
    const credential =
      party.kind === 'wallboard' ? { via: 'wallboard' as const, credential: party.credential } : party.viewer;
    const stopWatching = this.credentials.watch(credential, () => socket.disconnect(true));
    socket.once('disconnect', stopWatching);
  }
}
