import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Acted,
  AddDatedDay,
  CalendarList,
  CalendarYear,
  CalendarYearQuery,
  ChangeDatedDay,
  RecordId,
  SetCalendar,
  WithdrawQuery,
} from '@forecall/contracts';
import { ActsService } from '../organisation/acts/acts.service.js';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { CalendarSettingsService } from './calendar-settings.service.js';
import { CalendarViewService } from './calendar-view.service.js';

@ApiTags('calendars')
@Controller('calendars')
export class CalendarController {
  constructor(
    private readonly acts: ActsService,
    private readonly settings: CalendarSettingsService,
    private readonly views: CalendarViewService,
  ) {}

  @Get()
  @Permit('organisation.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: CalendarList })
  list(): Promise<CalendarList> {
    return this.views.list();
  }

  @Get('year')
  @Permit('organisation.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: CalendarYear })
  year(
    @Viewing() viewer: Viewer,
    @Query({ schema: CalendarYearQuery }) query: CalendarYearQuery,
  ): Promise<CalendarYear> {
    return this.views.year(viewer, query);
  }

  @Put()
  @Permit('organisation.manage')
  @Refuses(404, 409)
  @ApiOkResponse({ standardSchema: Acted })
  set(@Viewing() viewer: Viewer, @Body({ schema: SetCalendar }) body: SetCalendar): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.settings.set(act, body));
  }

  @Delete(':id')
  @Permit('organisation.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  remove(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: WithdrawQuery }) { revision }: WithdrawQuery,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.settings.remove(act, id, revision));
  }

  @Post('days')
  @Permit('organisation.manage')
  @Refuses(404, 409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Acted })
  addDay(@Viewing() viewer: Viewer, @Body({ schema: AddDatedDay }) body: AddDatedDay): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.settings.addDay(act, body));
  }

  @Patch('days/:id')
  @Permit('organisation.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  changeDay(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeDatedDay }) body: ChangeDatedDay,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.settings.changeDay(act, id, body));
  }

  @Delete('days/:id')
  @Permit('organisation.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  removeDay(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: WithdrawQuery }) { revision }: WithdrawQuery,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.settings.removeDay(act, id, revision));
  }
}
