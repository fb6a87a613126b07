import { Module } from '@nestjs/common';
import { ExamModule } from '../exams/exam.module.js';
import { ProactiveModule } from '../proactive/proactive.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedService } from './calendar-feed.service.js';

/** One's own plan in one's own calendar. */
@Module({
  imports: [ExamModule, ProactiveModule],
  controllers: [CalendarFeedController],
  providers: [CalendarFeedService],
})
export class CalendarFeedModule {}
