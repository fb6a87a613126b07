import { Module } from '@nestjs/common';
import { ControlChartModule } from '../control-charts/control-chart.module.js';
import { DutyModule } from '../duties/duty.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { NotificationModule } from '../notifications/notification.module.js';
import { AlarmWorkService } from './acts/alarm-work.service.js';
import { AlarmController } from './alarm.controller.js';
import { BaselineService } from './baselines/baseline.service.js';
import { AlarmFeedService } from './feed/alarm-feed.service.js';
import { FindingService } from './finding/finding.service.js';
import { AlarmViewService } from './view/alarm-view.service.js';
import { AlarmWatchService } from './watch/alarm-watch.service.js';

/** Departments in which complaints rise more than chance allows: found, explained, told, and judged by people. */
@Module({
  imports: [ControlChartModule, DutyModule, FiguresModule, NotificationModule],
  controllers: [AlarmController],
  providers: [AlarmFeedService, AlarmViewService, AlarmWatchService, AlarmWorkService, BaselineService, FindingService],
  exports: [AlarmFeedService, AlarmViewService, BaselineService],
})
export class AlarmModule {}
