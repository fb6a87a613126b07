import { Module } from '@nestjs/common';
import { FiguresModule } from '../figures/figures.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ScorecardController } from './cards/scorecard.controller.js';
import { ScorecardService } from './cards/scorecard.service.js';
import { IndicatorController } from './indicators/indicator.controller.js';
import { IndicatorService } from './indicators/indicator.service.js';

/** What is wanted of which figure, and the cards on which it is read. */
@Module({
  imports: [FiguresModule, OrganisationModule],
  controllers: [IndicatorController, ScorecardController],
  providers: [IndicatorService, ScorecardService],
  exports: [ScorecardService],
})
export class ScorecardModule {}
