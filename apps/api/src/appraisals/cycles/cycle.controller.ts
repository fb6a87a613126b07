import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AppraisalCyclePage,
  AppraisalCycleQuery,
  CloseCycle,
  Competencies,
  CycleOverview,
  CyclePreview,
  CyclePreviewQuery,
  DiscardCycle,
  LeftOutPage,
  LeftOutQuery,
  OpenCycle,
  RecordId,
  SetCompetencies,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { CycleService } from './cycle.service.js';
import { DiscardService } from './discard.service.js';
import { PreviewService } from './preview.service.js';

@ApiTags('appraisals')
@Controller()
export class CycleController {
  constructor(
    private readonly cycles: CycleService,
    private readonly previews: PreviewService,
    private readonly discards: DiscardService,
  ) {}

  @Get('appraisal-competencies')
  @Permit('competency.read')
  @ApiOkResponse({ standardSchema: Competencies })
  competencies(): Promise<Competencies> {
    return this.cycles.competencies();
  }

  @Put('appraisal-competencies')
  @Permit('appraisal-cycle.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Competencies })
  set(@Viewing() viewer: Viewer, @Body({ schema: SetCompetencies }) body: SetCompetencies): Promise<Competencies> {
    return this.cycles.set(viewer, body);
  }

  @Get('appraisal-cycles')
  @Permit('appraisal-cycle.read')
  @ApiOkResponse({ standardSchema: AppraisalCyclePage })
  page(
    @Viewing() viewer: Viewer,
    @Query({ schema: AppraisalCycleQuery }) query: AppraisalCycleQuery,
  ): Promise<AppraisalCyclePage> {
    return this.cycles.page(viewer, query);
  }

  /** Sent twice there is one all the same: of a period there is one cycle. */
  @Post('appraisal-cycles')
  @Permit('appraisal-cycle.lead')
  @Refuses(409)
  @ApiCreatedResponse({ standardSchema: CycleOverview })
  open(@Viewing() viewer: Viewer, @Body({ schema: OpenCycle }) body: OpenCycle): Promise<CycleOverview> {
    return this.cycles.open(viewer, body);
  }

  /** Who would appraise whom, and who would be left out. Nothing is opened. */
  @Get('appraisal-cycles/preview')
  @Permit('appraisal-cycle.lead')
  @ApiOkResponse({ standardSchema: CyclePreview })
  preview(@Query({ schema: CyclePreviewQuery }) query: CyclePreviewQuery): Promise<CyclePreview> {
    return this.previews.preview(query);
  }

  @Get('appraisal-cycles/:id')
  @Permit('appraisal-cycle.read')
  @ApiOkResponse({ standardSchema: CycleOverview })
  overview(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<CycleOverview> {
    return this.cycles.overview(viewer, id);
  }

  @Get('appraisal-cycles/:id/left-out')
  @Permit('appraisal-cycle.read')
  @ApiOkResponse({ standardSchema: LeftOutPage })
  leftOut(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: LeftOutQuery }) query: LeftOutQuery,
  ): Promise<LeftOutPage> {
    return this.cycles.leftOut(viewer, id, query);
  }

  @Post('appraisal-cycles/:id/close')
  @HttpCode(200)
  @Permit('appraisal-cycle.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CycleOverview })
  close(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CloseCycle }) { revision }: CloseCycle,
  ): Promise<CycleOverview> {
    return this.cycles.close(viewer, id, revision);
  }

  /** Opened by mistake: as if it had never been, as long as nothing was written in it. */
  @Post('appraisal-cycles/:id/discard')
  @HttpCode(204)
  @Permit('appraisal-cycle.lead')
  @Refuses(409)
  @ApiNoContentResponse()
  discard(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: DiscardCycle }) body: DiscardCycle,
  ): Promise<void> {
    return this.discards.discard(viewer, id, body);
  }
}
