import { Module } from '@nestjs/common';
import { DutyModule } from '../duties/duty.module.js';
import { NotificationModule } from '../notifications/notification.module.js';
import { BoardModule } from '../board/board.module.js';
import { LiveEntry } from './live-entry.js';
import { LiveFigures } from './live-figures.js';
import { LivePersonal } from './live-personal.js';
import { LiveGateway } from './live.gateway.js';
import { ScopeWatch } from './scope-watch.js';

@Module({
  imports: [BoardModule, DutyModule, NotificationModule],
  providers: [LiveEntry, LiveFigures, LiveGateway, LivePersonal, ScopeWatch],
})
export class LiveModule {}
