import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import { type Beat, liveRequests } from '@forecall/contracts';
import { Permit, allows } from '../platform/access/permit.js';
import { CampaignWatch } from './campaign-watch.js';
import { ComplaintWatch } from './complaint-watch.js';
import { LiveEntry } from './live-entry.js';
import { LiveFigures } from './live-figures.js';
import { LivePersonal } from './live-personal.js';
import { type LiveServer, type LiveSocket, rooms } from './live-socket.js';
import { ScopeWatch } from './scope-watch.js';

const beatMilliseconds = 2_000;
/** Without a look at the versions for this long there is nothing live to vouch for, and the beat stays out. */
const oldestLookMilliseconds = 3_000;

@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer>, OnGatewayConnection<LiveSocket>, OnApplicationShutdown {
  private readonly logger = new Logger('live');
  @WebSocketServer() private readonly server!: LiveServer;
  private beats: NodeJS.Timeout | undefined;

  constructor(
    private readonly entry: LiveEntry,
    private readonly figures: LiveFigures,
    private readonly personal: LivePersonal,
    private readonly scopes: ScopeWatch,
    private readonly complaints: ComplaintWatch,
    private readonly campaigns: CampaignWatch,
  ) {}

  afterInit(server: LiveServer): void {
    this.figures.serve(server);
    this.personal.serve(server);
    this.complaints.serve(server);
    this.campaigns.serve(server);
    this.beats = setInterval(() => this.beat(), beatMilliseconds);
  }

  onApplicationShutdown(): void {
    clearInterval(this.beats);
  }

  handleConnection(socket: LiveSocket): void {
    this.entry.letIn(socket);
    this.beatTo(socket);
    void this.personal.show(socket);
  }

  /** Which window of the board a client looks at; the first picture comes at once, with the answer. */
  @SubscribeMessage('board.watch')
  @Permit('board.watch')
  async watchBoard(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() body: unknown,
  ): Promise<{ code: 'ok' | 'forbidden' | 'invalid' }> {
    const { party } = socket.data;
    if (party.kind === 'viewer' && !allows(party.viewer, 'board.watch')) return { code: 'forbidden' };
    const asked = liveRequests['board.watch'].safeParse(body);
    if (!asked.success) return { code: 'invalid' };
    for (const room of socket.rooms) if (room.startsWith('board ')) void socket.leave(room);
    if (asked.data === null) return { code: 'ok' };
    const departmentId = party.kind === 'wallboard' ? party.departmentId : null;
    const { window, side } = asked.data;
    void socket.join(rooms.board(window, side, departmentId));
    await this.figures
      .show(socket, { window, side, departmentId })
      .catch((error: unknown) => this.logger.warn(String(error)));
    return { code: 'ok' };
  }

  /** Which complaint a client looks at. */
  @SubscribeMessage('complaint.watch')
  @Permit('complaint.read')
  async watchComplaint(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<{ code: string }> {
    return { code: await this.complaints.watch(socket, body) };
  }

  /** Which exam campaign a client looks at. */
  @SubscribeMessage('campaign.watch')
  @Permit('exam.read')
  async watchCampaign(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<{ code: string }> {
    return { code: await this.campaigns.watch(socket, body) };
  }

  private beat(): void {
    if (!this.isLookFresh()) return;
    const serverTime = new Date().toISOString();
    const { versions, moving } = this.scopes;
    this.server.to(rooms.leaders).emit('beat', { serverTime, versions, moving } satisfies Beat);
    this.server
      .to(rooms.everybody)
      .except(rooms.leaders)
      .emit('beat', { serverTime, versions: {}, moving } satisfies Beat);
  }

  private beatTo(socket: LiveSocket): void {
    if (!this.isLookFresh()) return;
    const { moving } = this.scopes;
    socket.emit('beat', { serverTime: new Date().toISOString(), versions: {}, moving } satisfies Beat);
  }

  private isLookFresh(): boolean {
    return Date.now() - this.scopes.lookedAt < oldestLookMilliseconds;
  }
}
