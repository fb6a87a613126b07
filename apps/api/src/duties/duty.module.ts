import { Module } from '@nestjs/common';
import { NotificationModule } from '../notifications/notification.module.js';
import { DueDutiesService } from './due-duties.service.js';
import { DutyController } from './duty.controller.js';
import { DutyService } from './duty.service.js';
import { DutyViewService } from './duty-view.service.js';
import { DutyWorkService } from './duty-work.service.js';
import { DutySettingController } from './setting/duty-setting.controller.js';
import { DutySettingService } from './setting/duty-setting.service.js';

/** What there is to do, and by when. */
@Module({
  imports: [NotificationModule],
  controllers: [DutyController, DutySettingController],
  providers: [DutyService, DutyViewService, DutyWorkService, DueDutiesService, DutySettingService],
  exports: [DutyService, DutyViewService],
})
export class DutyModule {}
