import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendars/calendar.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { ChartBaselineService } from './chart-baseline.service.js';
import { ControlChartController } from './control-chart.controller.js';
import { ControlChartService } from './control-chart.service.js';

/** A department's figures in the order of time, between limits of what is usual. */
@Module({
  imports: [CalendarModule, FiguresModule],
  controllers: [ControlChartController],
  providers: [ControlChartService, ChartBaselineService],
  exports: [ChartBaselineService],
})
export class ControlChartModule {}
