import { Controller, Delete, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { MadeCalendarFeed, OwnCalendarFeed } from '@forecall/contracts';
import type { FastifyRequest } from 'fastify';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { baseOf } from '../platform/http/base-address.js';
import { Refuses } from '../platform/http/refuses.js';
import { CalendarFeedService } from './calendar-feed.service.js';

@ApiTags('calendars')
@Controller()
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeedService) {}

  @Get('calendar-feed')
  @Permit('session.own')
  @ApiOkResponse({ standardSchema: OwnCalendarFeed })
  own(@Viewing() viewer: Viewer): Promise<OwnCalendarFeed> {
    return this.feeds.own(viewer);
  }

  /** Another link, in place of the one of before. The answer holds a secret, so it is not kept for a retry. */
  @Post('calendar-feed')
  @Permit('planned-call.work')
  @ApiCreatedResponse({ standardSchema: MadeCalendarFeed })
  make(@Viewing() viewer: Viewer, @Req() request: FastifyRequest): Promise<MadeCalendarFeed> {
    return this.feeds.make(viewer, baseOf(request));
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @Permit('session.own')
  @ApiNoContentResponse()
  revoke(@Viewing() viewer: Viewer): Promise<void> {
    return this.feeds.revoke(viewer);
  }

  /** What a calendar reads, as long as its owner makes calls: the calls and exams planned for one person from two weeks ago to twelve ahead. */
  @Get('calendar-feeds/:secret.ics')
  @Permit('public')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Refuses(404)
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  read(@Param('secret') secret: string, @Req() request: FastifyRequest): Promise<string> {
    return this.feeds.read(secret, baseOf(request));
  }
}
