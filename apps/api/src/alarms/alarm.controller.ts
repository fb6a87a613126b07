import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Alarm,
  AlarmPage,
  AlarmQuery,
  AlarmWatch,
  AlarmWatches,
  ExplainAlarm,
  FalseAlarm,
  RecordId,
  SetAlarmBudget,
  TakeAlarm,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { AlarmWorkService } from './acts/alarm-work.service.js';
import { AlarmViewService } from './view/alarm-view.service.js';
import { AlarmWatchService } from './watch/alarm-watch.service.js';

@Controller('alarms')
export class AlarmController {
  constructor(
    private readonly view: AlarmViewService,
    private readonly work: AlarmWorkService,
    private readonly watches: AlarmWatchService,
  ) {}

  @Get()
  @Permit('board.watch')
  @ApiOkResponse({ standardSchema: AlarmPage })
  page(@Viewing() viewer: Viewer, @Query({ schema: AlarmQuery }) query: AlarmQuery): Promise<AlarmPage> {
    return this.view.page(viewer, query);
  }

  @Get('watches')
  @Permit('board.watch')
  @ApiOkResponse({ standardSchema: AlarmWatches })
  allWatches(@Viewing() viewer: Viewer): Promise<AlarmWatches> {
    return this.watches.all(viewer);
  }

  @Put('watches/:departmentId')
  @Permit('alarm.set')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: AlarmWatch })
  setBudget(
    @Viewing() viewer: Viewer,
    @Param('departmentId', { schema: RecordId }) departmentId: string,
    @Body({ schema: SetAlarmBudget }) body: SetAlarmBudget,
  ): Promise<AlarmWatch> {
    return this.watches.setBudget(viewer, departmentId, body);
  }

  @Get(':id')
  @Permit('board.watch')
  @ApiOkResponse({ standardSchema: Alarm })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Alarm> {
    return this.view.one(viewer, id);
  }

  @Post(':id/take')
  @HttpCode(200)
  @Permit('alarm.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Alarm })
  take(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: TakeAlarm }) body: TakeAlarm,
  ): Promise<Alarm> {
    return this.work.take(viewer, id, body);
  }

  @Post(':id/explain')
  @HttpCode(200)
  @Permit('alarm.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Alarm })
  explain(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ExplainAlarm }) body: ExplainAlarm,
  ): Promise<Alarm> {
    return this.work.explain(viewer, id, body);
  }

  @Post(':id/false')
  @HttpCode(200)
  @Permit('alarm.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Alarm })
  callFalse(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: FalseAlarm }) body: FalseAlarm,
  ): Promise<Alarm> {
    return this.work.callFalse(viewer, id, body);
  }
}
