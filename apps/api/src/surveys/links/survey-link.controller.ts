import { Body, Controller, Get, Header, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  ChangeOpenSurveyLink,
  MakeOpenSurveyLink,
  OpenSurveyLink,
  OpenSurveyLinkQuery,
  OpenSurveyLinks,
  OpenSurveyReplies,
  OpenSurveyWords,
  OpenSurveyWordsQuery,
  RecordId,
  ShownSurveyLink,
  ShowSurveyLink,
} from '@forecall/contracts';
import type { FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { baseOf } from '../../platform/http/base-address.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { OpenLinkService } from './open-link.service.js';
import { ShownLinkService } from './shown-link.service.js';

const svg = 'image/svg+xml';

@ApiTags('surveys')
@Controller()
export class SurveyLinkController {
  constructor(
    private readonly open: OpenLinkService,
    private readonly shown: ShownLinkService,
  ) {}

  /** The answer holds a secret, so it is not kept for a retry: sent again it is another secret of the same asking. */
  @Post('contacts/:id/survey-link')
  @Permit('answer.record')
  @Refuses(409)
  @ApiCreatedResponse({ standardSchema: ShownSurveyLink })
  show(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) contactId: string,
    @Body({ schema: ShowSurveyLink }) body: ShowSurveyLink,
    @Req() request: FastifyRequest,
  ): Promise<ShownSurveyLink> {
    return this.shown.show(viewer, contactId, body, baseOf(request));
  }

  @Get('survey-open-links')
  @Permit('survey-link.read')
  @ApiOkResponse({ standardSchema: OpenSurveyLinks })
  page(
    @Viewing() viewer: Viewer,
    @Query({ schema: OpenSurveyLinkQuery }) query: OpenSurveyLinkQuery,
    @Req() request: FastifyRequest,
  ): Promise<OpenSurveyLinks> {
    return this.open.page(viewer, query, baseOf(request));
  }

  @Post('survey-open-links')
  @Permit('survey-link.manage')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: OpenSurveyLink })
  make(
    @Viewing() viewer: Viewer,
    @Body({ schema: MakeOpenSurveyLink }) body: MakeOpenSurveyLink,
    @Req() request: FastifyRequest,
  ): Promise<OpenSurveyLink> {
    return this.open.make(viewer, body, baseOf(request));
  }

  @Get('survey-open-links/:id')
  @Permit('survey-link.read')
  @ApiOkResponse({ standardSchema: OpenSurveyLink })
  one(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Req() request: FastifyRequest,
  ): Promise<OpenSurveyLink> {
    return this.open.one(viewer, id, baseOf(request));
  }

  @Patch('survey-open-links/:id')
  @Permit('survey-link.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: OpenSurveyLink })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeOpenSurveyLink }) body: ChangeOpenSurveyLink,
    @Req() request: FastifyRequest,
  ): Promise<OpenSurveyLink> {
    return this.open.change(viewer, id, body, baseOf(request));
  }

  @Get('survey-open-links/:id/replies')
  @Permit('survey-link.read')
  @ApiOkResponse({ standardSchema: OpenSurveyReplies })
  replies(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<OpenSurveyReplies> {
    return this.open.replies(viewer, id);
  }

  @Get('survey-open-links/:id/words')
  @Permit('survey-link.read')
  @ApiOkResponse({ standardSchema: OpenSurveyWords })
  words(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: OpenSurveyWordsQuery }) query: OpenSurveyWordsQuery,
  ): Promise<OpenSurveyWords> {
    return this.open.words(viewer, id, query);
  }

  /** To be printed. */
  @Get('survey-open-links/:id/qr')
  @Permit('survey-link.read')
  @Header('content-type', svg)
  @ApiProduces(svg)
  @ApiOkResponse({ content: { [svg]: { schema: { type: 'string' } } } })
  picture(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return this.open.picture(viewer, id, baseOf(request));
  }
}
