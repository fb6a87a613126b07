import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module.js';
import { LiveEntry } from './live-entry.js';
import { LiveFigures } from './live-figures.js';
import { LiveGateway } from './live.gateway.js';
import { ScopeWatch } from './scope-watch.js';

@Module({ imports: [BoardModule], providers: [LiveEntry, LiveFigures, LiveGateway, ScopeWatch] })
export class LiveModule {}
