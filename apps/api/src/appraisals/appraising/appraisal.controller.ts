import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ActOnAppraisal,
  AgreeAppraisal,
  Appraisal,
  AppraisalPage,
  AppraisalQuery,
  AppraisalSaved,
  Appraisers,
  DecideAppraisal,
  DisputeAppraisal,
  FigurePlace,
  FigureSince,
  GoalSet,
  LookAtGoal,
  NameAppraiser,
  RecordId,
  SaveAppraisal,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { AnsweringService } from './answering.service.js';
import { AppraisalViewService } from './appraisal-view.service.js';
import { GoalService } from './goal.service.js';
import { JudgingService } from './judging.service.js';
import { WritingService } from './writing.service.js';

@ApiTags('appraisals')
@Controller('appraisals')
export class AppraisalController {
  constructor(
    private readonly view: AppraisalViewService,
    private readonly writing: WritingService,
    private readonly answering: AnsweringService,
    private readonly judging: JudgingService,
    private readonly goals: GoalService,
  ) {}

  @Get()
  @Permit('appraisal.read')
  @ApiOkResponse({ standardSchema: AppraisalPage })
  page(@Viewing() viewer: Viewer, @Query({ schema: AppraisalQuery }) query: AppraisalQuery): Promise<AppraisalPage> {
    return this.view.page(viewer, query);
  }

  @Get(':id')
  @Permit('appraisal.read')
  @ApiOkResponse({ standardSchema: Appraisal })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Appraisal> {
    return this.view.one(viewer, id);
  }

  /** What a frozen figure answers now. */
  @Get(':id/figures/:place/since')
  @Permit('appraisal.read')
  @ApiOkResponse({ standardSchema: FigureSince })
  since(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('place', { schema: FigurePlace }) place: number,
  ): Promise<FigureSince> {
    return this.view.since(viewer, id, place);
  }

  @Put(':id/draft')
  @Permit('appraisal.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: AppraisalSaved })
  save(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SaveAppraisal }) body: SaveAppraisal,
  ): Promise<AppraisalSaved> {
    return this.writing.save(viewer, id, body);
  }

  @Post(':id/give')
  @HttpCode(200)
  @Permit('appraisal.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Appraisal })
  give(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ActOnAppraisal }) { revision }: ActOnAppraisal,
  ): Promise<Appraisal> {
    return this.writing.give(viewer, id, revision);
  }

  @Post(':id/agree')
  @HttpCode(200)
  @Permit('appraisal.answer')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Appraisal })
  agree(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AgreeAppraisal }) body: AgreeAppraisal,
  ): Promise<Appraisal> {
    return this.answering.agree(viewer, id, body);
  }

  @Post(':id/dispute')
  @HttpCode(200)
  @Permit('appraisal.answer')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Appraisal })
  dispute(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: DisputeAppraisal }) body: DisputeAppraisal,
  ): Promise<Appraisal> {
    return this.answering.dispute(viewer, id, body);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Permit('appraisal.judge')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Appraisal })
  decide(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: DecideAppraisal }) body: DecideAppraisal,
  ): Promise<Appraisal> {
    return this.judging.decide(viewer, id, body);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Permit('appraisal.judge')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Appraisal })
  sign(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ActOnAppraisal }) { revision }: ActOnAppraisal,
  ): Promise<Appraisal> {
    return this.judging.sign(viewer, id, revision);
  }

  /** Who may be named to write it. */
  @Get(':id/appraisers')
  @Permit('appraisal.judge')
  @ApiOkResponse({ standardSchema: Appraisers })
  appraisers(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Appraisers> {
    return this.judging.appraisers(viewer, id);
  }

  /** Somebody else writes it. */
  @Put(':id/appraiser')
  @Permit('appraisal.judge')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Appraisal })
  nameAppraiser(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: NameAppraiser }) body: NameAppraiser,
  ): Promise<Appraisal> {
    return this.judging.nameAppraiser(viewer, id, body);
  }

  @Post('goals/:id/looks')
  @HttpCode(200)
  @Permit('appraisal.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: GoalSet })
  look(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: LookAtGoal }) body: LookAtGoal,
  ): Promise<GoalSet> {
    return this.goals.look(viewer, id, body);
  }
}
