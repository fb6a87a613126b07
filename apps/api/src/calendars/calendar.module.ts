import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { CalendarSettingsService } from './calendar-settings.service.js';
import { CalendarViewService } from './calendar-view.service.js';
import { HolidaysController } from './holidays/holidays.controller.js';
import { HolidaysService } from './holidays/holidays.service.js';
import { LeaveController } from './leave/leave.controller.js';
import { LeaveService } from './leave/leave.service.js';

/** When work is done: of the organisation, its departments and its people. Others reckon by the exported service. */
@Module({
  imports: [OrganisationModule],
  controllers: [HolidaysController, CalendarController, LeaveController],
  providers: [CalendarService, CalendarSettingsService, CalendarViewService, HolidaysService, LeaveService],
  exports: [CalendarService, LeaveService],
})
export class CalendarModule {}
