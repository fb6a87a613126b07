import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AcceptExam,
  DecideDispute,
  DecideExam,
  DisputeExam,
  ExamResult,
  ExamsToMark,
  ExamsToMarkQuery,
  Marking,
  MarkingSheet,
  MissedExam,
  NameAssessor,
  OwnExams,
  OwnExamsQuery,
  RecordId,
  SaveMarking,
  SignMarking,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ExamHeadService } from './exam-head.service.js';
import { MarkingService } from './marking.service.js';
import { OwnExamService } from './own-exam.service.js';

@ApiTags('exams')
@Controller('exams')
export class ExamController {
  constructor(
    private readonly markings: MarkingService,
    private readonly results: OwnExamService,
    private readonly heads: ExamHeadService,
  ) {}

  @Get('mine')
  @Permit('exam.mark')
  @ApiOkResponse({ standardSchema: ExamsToMark })
  mine(@Viewing() viewer: Viewer, @Query({ schema: ExamsToMarkQuery }) query: ExamsToMarkQuery): Promise<ExamsToMark> {
    return this.markings.mine(viewer, query);
  }

  @Get('own')
  @Permit('exam.sit')
  @ApiOkResponse({ standardSchema: OwnExams })
  own(@Viewing() viewer: Viewer, @Query({ schema: OwnExamsQuery }) query: OwnExamsQuery): Promise<OwnExams> {
    return this.results.own(viewer, query);
  }

  @Get(':id')
  @Permit('exam.mark')
  @ApiOkResponse({ standardSchema: MarkingSheet })
  sheet(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<MarkingSheet> {
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
  @ApiOkResponse({ standardSchema: MarkingSheet })
  sign(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SignMarking }) { revision }: SignMarking,
  ): Promise<MarkingSheet> {
    return this.markings.sign(viewer, id, revision);
  }

  @Get(':id/result')
  @Permit('exam.read')
  @ApiOkResponse({ standardSchema: ExamResult })
  result(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<ExamResult> {
    return this.results.result(viewer, id);
  }

  @Post(':id/second')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamResult })
  second(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: NameAssessor }) body: NameAssessor,
  ): Promise<ExamResult> {
    return this.heads.nameSecond(viewer, id, body);
  }

  /** Another first assessor of what has begun, while the first has not signed. */
  @Post(':id/first')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamResult })
  first(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: NameAssessor }) body: NameAssessor,
  ): Promise<ExamResult> {
    return this.heads.nameFirst(viewer, id, body);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamResult })
  decide(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: DecideExam }) body: DecideExam,
  ): Promise<ExamResult> {
    return this.heads.decide(viewer, id, body);
  }

  @Post(':id/missed')
  @HttpCode(200)
  @Permit('exam.mark')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamResult })
  miss(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MissedExam }) body: MissedExam,
  ): Promise<ExamResult> {
    return this.heads.miss(viewer, id, body);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Permit('exam.sit')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamResult })
  accept(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AcceptExam }) { revision }: AcceptExam,
  ): Promise<ExamResult> {
    return this.results.accept(viewer, id, revision);
  }

  @Post(':id/dispute')
  @HttpCode(200)
  @Permit('exam.sit')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamResult })
  dispute(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: DisputeExam }) { revision, why }: DisputeExam,
  ): Promise<ExamResult> {
    return this.results.dispute(viewer, id, revision, why);
  }

  @Post(':id/dispute/decide')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamResult })
  decideDispute(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: DecideDispute }) body: DecideDispute,
  ): Promise<ExamResult> {
    return this.heads.decideDispute(viewer, id, body);
  }
}
