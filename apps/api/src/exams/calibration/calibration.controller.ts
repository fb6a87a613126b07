import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CalibrationResults,
  ChangeGoldSession,
  CloseGoldSession,
  GoldSessionDetail,
  GoldSessionPage,
  GoldSessionQuery,
  GoldSheet,
  GoldToMarkPage,
  GoldToMarkQuery,
  MakeGoldSession,
  Marking,
  RecordId,
  SaveMarking,
  SignMarking,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { CalibrationService } from './calibration.service.js';
import { GoldMarkingService } from './gold-marking.service.js';
import { GoldSessionService } from './gold-session.service.js';

@ApiTags('exams')
@Controller('gold-sessions')
export class CalibrationController {
  constructor(
    private readonly sessions: GoldSessionService,
    private readonly markings: GoldMarkingService,
    private readonly calibration: CalibrationService,
  ) {}

  @Get()
  @Permit('campaign.lead')
  @ApiOkResponse({ standardSchema: GoldSessionPage })
  page(
    @Viewing() viewer: Viewer,
    @Query({ schema: GoldSessionQuery }) query: GoldSessionQuery,
  ): Promise<GoldSessionPage> {
    return this.sessions.page(viewer, query);
  }

  @Post()
  @Permit('campaign.lead')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: GoldSessionDetail })
  make(
    @Viewing() viewer: Viewer,
    @Body({ schema: MakeGoldSession }) body: MakeGoldSession,
  ): Promise<GoldSessionDetail> {
    return this.sessions.make(viewer, body);
  }

  @Get('mine')
  @Permit('exam.mark')
  @ApiOkResponse({ standardSchema: GoldToMarkPage })
  mine(@Viewing() viewer: Viewer, @Query({ schema: GoldToMarkQuery }) query: GoldToMarkQuery): Promise<GoldToMarkPage> {
    return this.markings.mine(viewer, query);
  }

  @Get('results/:versionId')
  @Permit('campaign.lead')
  @ApiOkResponse({ standardSchema: CalibrationResults })
  results(
    @Viewing() viewer: Viewer,
    @Param('versionId', { schema: RecordId }) versionId: string,
  ): Promise<CalibrationResults> {
    return this.calibration.results(viewer, versionId);
  }

  @Get(':id')
  @Permit('campaign.lead')
  @ApiOkResponse({ standardSchema: GoldSessionDetail })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<GoldSessionDetail> {
    return this.sessions.one(viewer, id);
  }

  @Put(':id')
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: GoldSessionDetail })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeGoldSession }) body: ChangeGoldSession,
  ): Promise<GoldSessionDetail> {
    return this.sessions.change(viewer, id, body);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: GoldSessionDetail })
  close(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CloseGoldSession }) { revision }: CloseGoldSession,
  ): Promise<GoldSessionDetail> {
    return this.sessions.close(viewer, id, revision);
  }

  @Get(':id/sheet')
  @Permit('exam.mark')
  @ApiOkResponse({ standardSchema: GoldSheet })
  sheet(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<GoldSheet> {
    return this.markings.sheet(viewer, id);
  }

  @Put(':id/marking')
  @Permit('exam.mark')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Marking })
  save(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SaveMarking }) body: SaveMarking,
  ): Promise<Marking> {
    return this.markings.save(viewer, id, body);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Permit('exam.mark')
  @Repeatable()
  @ApiOkResponse({ standardSchema: GoldSheet })
  sign(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SignMarking }) { revision }: SignMarking,
  ): Promise<GoldSheet> {
    return this.markings.sign(viewer, id, revision);
  }
}
