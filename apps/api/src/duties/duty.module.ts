import { Module } from '@nestjs/common';
import { NotificationModule } from '../notifications/notification.module.js';
import { DueDutiesService } from './due-duties.service.js';
import { DutyController } from './duty.controller.js';
import { DutyService } from './duty.service.js';
import { DutyViewService } from './duty-view.service.js';
import { DutyWorkService } from './duty-work.service.js';

/** What there is to do, and by when. */
@Module({
  imports: [NotificationModule],
  controllers: [DutyController],
  providers: [DutyService, DutyViewService, DutyWorkService, DueDutiesService],
  exports: [DutyService, DutyViewService],
})
export class DutyModule {}
