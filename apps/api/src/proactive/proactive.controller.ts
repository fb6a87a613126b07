import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AccountCadence,
  CallerCapacities,
  CapacityQuery,
  CallRules,
  CallsOfDay,
  CallsOfDayQuery,
  CustomerAsks,
  MoveCall,
  PlannedCallChanged,
  PrepareCall,
  RecordId,
  SetCadence,
  SetCallRules,
  SetCapacity,
  SetOwnCadence,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { CallDayService } from './calls/call-day.service.js';
import { PlannedCallService } from './calls/planned-call.service.js';
import { CallRulesService } from './rules/call-rules.service.js';

@ApiTags('proactive calls')
@Controller()
export class ProactiveController {
  constructor(
    private readonly days: CallDayService,
    private readonly calls: PlannedCallService,
    private readonly rules: CallRulesService,
  ) {}

  @Get('planned-calls/today')
  @Permit('planned-call.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: CallsOfDay })
  today(@Viewing() viewer: Viewer, @Query({ schema: CallsOfDayQuery }) query: CallsOfDayQuery): Promise<CallsOfDay> {
    return this.days.day(viewer, query);
  }

  @Post('planned-calls/:id/move')
  @HttpCode(200)
  @Permit('planned-call.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PlannedCallChanged })
  move(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MoveCall }) body: MoveCall,
  ): Promise<PlannedCallChanged> {
    return this.calls.move(viewer, id, body);
  }

  @Post('planned-calls/:id/ask')
  @HttpCode(200)
  @Permit('planned-call.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PlannedCallChanged })
  ask(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CustomerAsks }) body: CustomerAsks,
  ): Promise<PlannedCallChanged> {
    return this.calls.ask(viewer, id, body);
  }

  @Put('planned-calls/:id/preparation')
  @Permit('planned-call.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PlannedCallChanged })
  prepare(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: PrepareCall }) body: PrepareCall,
  ): Promise<PlannedCallChanged> {
    return this.calls.prepare(viewer, id, body);
  }

  @Get('call-rules')
  @Permit('call-rules.read')
  @ApiOkResponse({ standardSchema: CallRules })
  callRules(): Promise<CallRules> {
    return this.rules.rules();
  }

  @Put('call-rules')
  @Permit('call-rules.set')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CallRules })
  setRules(@Viewing() viewer: Viewer, @Body({ schema: SetCallRules }) body: SetCallRules): Promise<CallRules> {
    return this.rules.set(viewer, body);
  }

  @Put('call-rules/cadence')
  @Permit('call-rules.set')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CallRules })
  setCadence(@Viewing() viewer: Viewer, @Body({ schema: SetCadence }) body: SetCadence): Promise<CallRules> {
    return this.rules.setCadence(viewer, body);
  }

  @Get('accounts/:id/cadence')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: AccountCadence })
  cadence(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<AccountCadence> {
    return this.rules.ofAccount(viewer, id);
  }

  @Put('accounts/:id/cadence')
  @HttpCode(204)
  @Permit('account.direct')
  @Refuses(409)
  @ApiNoContentResponse()
  setOwnCadence(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SetOwnCadence }) body: SetOwnCadence,
  ): Promise<void> {
    return this.rules.setOwnCadence(viewer, id, body);
  }

  @Get('callers')
  @Permit('account.direct')
  @ApiOkResponse({ standardSchema: CallerCapacities })
  callers(
    @Viewing() viewer: Viewer,
    @Query({ schema: CapacityQuery }) query: CapacityQuery,
  ): Promise<CallerCapacities> {
    return this.rules.callers(viewer, query);
  }

  @Put('callers/:id/capacity')
  @HttpCode(204)
  @Permit('account.direct')
  @Refuses(409)
  @ApiNoContentResponse()
  setCapacity(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SetCapacity }) body: SetCapacity,
  ): Promise<void> {
    return this.rules.setCapacity(viewer, id, body);
  }
}
