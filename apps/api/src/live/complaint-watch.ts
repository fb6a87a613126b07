import { Injectable } from '@nestjs/common';
import { liveRequests } from '@forecall/contracts';
import { ComplaintViewService } from '../complaints/complaint-view.service.js';
import { allows } from '../platform/access/permit.js';
import { type LiveServer, type LiveSocket, rooms } from './live-socket.js';
import { ScopeWatch } from './scope-watch.js';

/** Tells who looks at a complaint that it changed, with nothing of it: what it is now they ask by HTTP. */
@Injectable()
export class ComplaintWatch {
  constructor(
    private readonly complaints: ComplaintViewService,
    private readonly scopes: ScopeWatch,
  ) {}

  serve(server: LiveServer): void {
    this.scopes.onComplaint((id) => {
      if (id !== null) server.to(rooms.complaint(id)).emit('complaint.changed', { id });
      // After a time without the line anything may have changed.
      else for (const room of complaintRooms(server)) server.to(room.name).emit('complaint.changed', { id: room.id });
    });
  }

  async watch(socket: LiveSocket, body: unknown): Promise<'ok' | 'forbidden' | 'invalid' | 'not-found'> {
    const { party } = socket.data;
    if (party.kind !== 'viewer' || !allows(party.viewer, 'complaint.read')) return 'forbidden';
    const asked = liveRequests['complaint.watch'].safeParse(body);
    if (!asked.success) return 'invalid';
    for (const room of socket.rooms) if (room.startsWith(rooms.complaint(''))) void socket.leave(room);
    if (asked.data === null) return 'ok';
    const { id } = asked.data;
    if (!(await this.complaints.isSeenBy(party.viewer, id))) return 'not-found';
    void socket.join(rooms.complaint(id));
    return 'ok';
  }
}

function complaintRooms(server: LiveServer): { name: string; id: string }[] {
  const prefix = rooms.complaint('');
  return [...server.sockets.adapter.rooms.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name, id: name.slice(prefix.length) }));
}
