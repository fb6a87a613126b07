import { Module } from '@nestjs/common';
import { ProactiveModule } from '../proactive/proactive.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedService } from './calendar-feed.service.js';

/** One's own plan in one's own calendar. */
@Module({
  imports: [ProactiveModule],
  controllers: [CalendarFeedController],
  providers: [CalendarFeedService],
})
export class CalendarFeedModule {}
