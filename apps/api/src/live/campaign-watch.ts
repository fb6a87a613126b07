import { Injectable } from '@nestjs/common';
import { liveRequests } from '@forecall/contracts';
import { CampaignService } from '../exams/campaigns/campaign.service.js';
import { allows } from '../platform/access/permit.js';
import { type LiveServer, type LiveSocket, rooms } from './live-socket.js';
import { ScopeWatch } from './scope-watch.js';

/** Tells who looks at a campaign that it changed, with nothing of it: what it is now they ask by HTTP. */
@Injectable()
export class CampaignWatch {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly scopes: ScopeWatch,
  ) {}

  serve(server: LiveServer): void {
    this.scopes.onCampaign((id) => {
      if (id !== null) server.to(rooms.campaign(id)).emit('campaign.changed', { id });
      // After a time without the line anything may have changed.
      else for (const room of campaignRooms(server)) server.to(room.name).emit('campaign.changed', { id: room.id });
    });
  }

  async watch(socket: LiveSocket, body: unknown): Promise<'ok' | 'forbidden' | 'invalid' | 'not-found'> {
    const { party } = socket.data;
    if (party.kind !== 'viewer' || !allows(party.viewer, 'exam.read')) return 'forbidden';
    const asked = liveRequests['campaign.watch'].safeParse(body);
    if (!asked.success) return 'invalid';
    for (const room of socket.rooms) if (room.startsWith(rooms.campaign(''))) void socket.leave(room);
    if (asked.data === null) return 'ok';
    const { id } = asked.data;
    if (!(await this.campaigns.isSeenBy(party.viewer, id))) return 'not-found';
    void socket.join(rooms.campaign(id));
    return 'ok';
  }
}

function campaignRooms(server: LiveServer): { name: string; id: string }[] {
  const prefix = rooms.campaign('');
  return [...server.sockets.adapter.rooms.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name, id: name.slice(prefix.length) }));
}
