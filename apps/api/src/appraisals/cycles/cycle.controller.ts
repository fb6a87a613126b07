import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AppraisalCyclePage,
  AppraisalCycleQuery,
  CloseCycle,
  Competencies,
  CycleOverview,
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

@ApiTags('appraisals')
@Controller()
export class CycleController {
  constructor(private readonly cycles: CycleService) {}

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
}
