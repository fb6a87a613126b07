import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.js';
import { ComplaintModule } from '../complaints/complaint.module.js';
import { ComplaintWatch } from './complaint-watch.js';
import { LiveEntry } from './live-entry.js';
import { LiveFigures } from './live-figures.js';
import { LiveGateway } from './live.gateway.js';
import { ScopeWatch } from './scope-watch.js';

@Module({
  imports: [BoardModule, ComplaintModule],
  providers: [ComplaintWatch, LiveEntry, LiveFigures, LiveGateway, ScopeWatch],
})
export class LiveModule {}
