import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendars/calendar.module.js';
import { DutyModule } from '../duties/duty.module.js';
import { AnswerController } from './answer.controller.js';
import { AnswerService } from './answer.service.js';
import { RecoveryController } from './recovery/recovery.controller.js';
import { RecoveryService } from './recovery/recovery.service.js';
import { RecoveryWorkService } from './recovery/recovery-work.service.js';

/** What customers answer, and what is done about it where it is low. */
@Module({
  imports: [CalendarModule, DutyModule],
  controllers: [AnswerController, RecoveryController],
  providers: [AnswerService, RecoveryService, RecoveryWorkService],
  exports: [AnswerService],
})
export class SatisfactionModule {}
