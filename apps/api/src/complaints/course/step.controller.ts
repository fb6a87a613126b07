import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AnalyseComplaint,
  AnswerComplaint,
  AssessComplaint,
  CloseComplaint,
  ComplaintStands,
  DecideComplaint,
  InvestigateComplaint,
  RecordId,
  Revised,
  TakeStep,
  TellEffect,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ComplaintStepService } from './step.service.js';

/** The steps of a complaint's course, each at most once in a round. */
@ApiTags('complaints')
@Controller('complaints/:id')
export class ComplaintStepController {
  constructor(private readonly steps: ComplaintStepService) {}

  @Post('acknowledge')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  acknowledge(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: TakeStep }) body: TakeStep,
  ): Promise<ComplaintStands> {
    return this.steps.acknowledge(viewer, id, body);
  }

  @Post('assess')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  assess(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AssessComplaint }) body: AssessComplaint,
  ): Promise<ComplaintStands> {
    return this.steps.assess(viewer, id, body);
  }

  @Post('investigate')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  investigate(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: InvestigateComplaint }) body: InvestigateComplaint,
  ): Promise<ComplaintStands> {
    return this.steps.investigate(viewer, id, body);
  }

  @Post('answer')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  answer(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AnswerComplaint }) body: AnswerComplaint,
  ): Promise<ComplaintStands> {
    return this.steps.answer(viewer, id, body);
  }

  @Post('decide')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  decide(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: DecideComplaint }) body: DecideComplaint,
  ): Promise<ComplaintStands> {
    return this.steps.decide(viewer, id, body);
  }

  @Post('close')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  close(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CloseComplaint }) body: CloseComplaint,
  ): Promise<ComplaintStands> {
    return this.steps.close(viewer, id, body);
  }

  @Post('reopen')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  reopen(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: TakeStep }) body: TakeStep,
  ): Promise<ComplaintStands> {
    return this.steps.reopen(viewer, id, body);
  }

  @Post('analyse')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ComplaintStands })
  analyse(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AnalyseComplaint }) body: AnalyseComplaint,
  ): Promise<ComplaintStands> {
    return this.steps.analyse(viewer, id, body);
  }

  @Post('actions/:action/effect')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  effect(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('action', { schema: RecordId }) action: string,
    @Body({ schema: TellEffect }) body: TellEffect,
  ): Promise<Revised> {
    return this.steps.effect(viewer, id, action, body);
  }
}
