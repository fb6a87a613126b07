import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  PlaceForCall,
  PlaceQuery,
  PlanDay,
  PlanDayQuery,
  PlanLoad,
  PlanLoadQuery,
  PlannedCallChanged,
  RecordId,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { PlannedCallService } from '../calls/planned-call.service.js';
import { CallPlanService } from './call-plan.service.js';
import { PlaceService } from './place.service.js';

@ApiTags('proactive calls')
@Controller()
export class CallPlanController {
  constructor(
    private readonly plan: CallPlanService,
    private readonly places: PlaceService,
    private readonly calls: PlannedCallService,
  ) {}

  @Get('call-plan/load')
  @Permit('planned-call.read')
  @ApiOkResponse({ standardSchema: PlanLoad })
  load(@Viewing() viewer: Viewer, @Query({ schema: PlanLoadQuery }) query: PlanLoadQuery): Promise<PlanLoad> {
    return this.plan.load(viewer, query);
  }

  @Get('call-plan/day')
  @Permit('planned-call.read')
  @ApiOkResponse({ standardSchema: PlanDay })
  day(@Viewing() viewer: Viewer, @Query({ schema: PlanDayQuery }) query: PlanDayQuery): Promise<PlanDay> {
    return this.plan.day(viewer, query);
  }

  @Get('planned-calls/:id/place')
  @Permit('planned-call.work')
  @ApiOkResponse({ standardSchema: PlaceForCall })
  place(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: PlaceQuery }) query: PlaceQuery,
  ): Promise<PlaceForCall> {
    return this.places.place(viewer, id, query);
  }

  @Post('planned-calls/:id/move/undo')
  @HttpCode(200)
  @Permit('planned-call.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PlannedCallChanged })
  undo(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<PlannedCallChanged> {
    return this.calls.undoMove(viewer, id);
  }
}
