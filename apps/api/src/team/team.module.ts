import { Module } from '@nestjs/common';
import { DutyModule } from '../duties/duty.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { TeamController } from './team.controller.js';
import { TeamService } from './team.service.js';

/** A supervisor's people at work: what they handled, how satisfied customers are, and what waits for them. */
@Module({ imports: [DutyModule, FiguresModule], controllers: [TeamController], providers: [TeamService] })
export class TeamModule {}
