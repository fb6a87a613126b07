import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswerUpward, RecordId, UpwardAsked, UpwardResults } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { UpwardService } from './upward.service.js';

@ApiTags('appraisals')
@Controller()
export class UpwardController {
  constructor(private readonly upward: UpwardService) {}

  @Get('upward')
  @Permit('upward.answer')
  @ApiOkResponse({ standardSchema: UpwardAsked })
  asked(@Viewing() viewer: Viewer): Promise<UpwardAsked> {
    return this.upward.asked(viewer);
  }

  @Post('upward')
  @HttpCode(200)
  @Permit('upward.answer')
  @Refuses(404, 409)
  @ApiOkResponse({ standardSchema: UpwardAsked })
  answer(@Viewing() viewer: Viewer, @Body({ schema: AnswerUpward }) body: AnswerUpward): Promise<UpwardAsked> {
    return this.upward.answer(viewer, body);
  }

  @Get('appraisal-cycles/:id/upward')
  @Permit('upward.read')
  @ApiOkResponse({ standardSchema: UpwardResults })
  results(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<UpwardResults> {
    return this.upward.results(viewer, id);
  }
}
