import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module.js';
import { FunnelController } from './funnel.controller.js';
import { FunnelService } from './funnel.service.js';

/** Whether a person or a team differs from their group by more than chance. */
@Module({ imports: [FiguresModule], controllers: [FunnelController], providers: [FunnelService] })
export class FunnelModule {}
