import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CancelDuty,
  DutyDetail,
  DutyList,
  DutyQuery,
  DutyStands,
  DutyTakers,
  DutyTakersQuery,
  EndDuty,
  HandDuty,
  MakeDuty,
  MoveDuty,
  RecordId,
  TakeUpDuty,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { DutyViewService } from './duty-view.service.js';
import { DutyWorkService } from './duty-work.service.js';

@ApiTags('duties')
@Controller('duties')
export class DutyController {
  constructor(
    private readonly views: DutyViewService,
    private readonly work: DutyWorkService,
  ) {}

  @Get()
  @Permit('duty.read')
  @ApiOkResponse({ standardSchema: DutyList })
  list(@Viewing() viewer: Viewer, @Query({ schema: DutyQuery }) query: DutyQuery): Promise<DutyList> {
    return this.views.list(viewer, query);
  }

  @Post()
  @Permit('duty.work')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: DutyStands })
  make(@Viewing() viewer: Viewer, @Body({ schema: MakeDuty }) body: MakeDuty): Promise<DutyStands> {
    return this.work.make(viewer, body);
  }

  @Get('takers')
  @Permit('duty.work')
  @ApiOkResponse({ standardSchema: DutyTakers })
  takers(
    @Viewing() viewer: Viewer,
    @Query({ schema: DutyTakersQuery }) { dutyId }: DutyTakersQuery,
  ): Promise<DutyTakers> {
    return this.views.takers(viewer, dutyId);
  }

  @Get(':id')
  @Permit('duty.read')
  @ApiOkResponse({ standardSchema: DutyDetail })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<DutyDetail> {
    return this.views.one(viewer, id);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Permit('duty.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: DutyStands })
  done(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: EndDuty }) body: EndDuty,
  ): Promise<DutyStands> {
    return this.work.done(viewer, id, body);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Permit('duty.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: DutyStands })
  cancel(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CancelDuty }) body: CancelDuty,
  ): Promise<DutyStands> {
    return this.work.cancel(viewer, id, body);
  }

  @Post(':id/take-up')
  @HttpCode(200)
  @Permit('duty.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: DutyStands })
  takeUp(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: TakeUpDuty }) body: TakeUpDuty,
  ): Promise<DutyStands> {
    return this.work.takeUp(viewer, id, body);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Permit('duty.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: DutyStands })
  move(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MoveDuty }) body: MoveDuty,
  ): Promise<DutyStands> {
    return this.work.move(viewer, id, body);
  }

  @Post(':id/hand')
  @HttpCode(200)
  @Permit('duty.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: DutyStands })
  hand(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: HandDuty }) body: HandDuty,
  ): Promise<DutyStands> {
    return this.work.hand(viewer, id, body);
  }
}
