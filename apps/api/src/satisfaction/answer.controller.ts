import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswerRecorded, ContactAnswers, RecordAnswer, RecordId, Revised, VoidEntry } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { AnswerService } from './answer.service.js';

@ApiTags('satisfaction')
@Controller()
export class AnswerController {
  constructor(private readonly answers: AnswerService) {}

  @Get('contacts/:id/answers')
  @Permit('answer.read')
  @ApiOkResponse({ standardSchema: ContactAnswers })
  ofContact(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) contactId: string): Promise<ContactAnswers> {
    return this.answers.ofContact(viewer, contactId);
  }

  @Post('contacts/:id/answers')
  @Permit('answer.record')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: AnswerRecorded })
  record(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) contactId: string,
    @Body({ schema: RecordAnswer }) body: RecordAnswer,
  ): Promise<AnswerRecorded> {
    return this.answers.record(viewer, contactId, body);
  }

  @Post('answers/:id/void')
  @HttpCode(200)
  @Permit('answer.void')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  void(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: VoidEntry }) body: VoidEntry,
  ): Promise<Revised> {
    return this.answers.void(viewer, id, body);
  }
}
