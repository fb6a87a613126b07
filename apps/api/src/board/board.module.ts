import { Module } from '@nestjs/common';
import { AlarmModule } from '../alarms/alarm.module.js';
import { CalendarModule } from '../calendars/calendar.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { BoardController } from './board.controller.js';
import { BoardService } from './board.service.js';
import { WallboardViewController } from './wallboard-view.controller.js';
import { StreamService } from './stream.service.js';

@Module({
  imports: [AlarmModule, CalendarModule, FiguresModule],
  controllers: [BoardController, WallboardViewController],
  providers: [BoardService, StreamService],
  exports: [BoardService, StreamService],
})
export class BoardModule {}
