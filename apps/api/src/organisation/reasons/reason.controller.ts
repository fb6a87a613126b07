import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Acted,
  AddReason,
  ChangeReason,
  CloseReason,
  PlaceReason,
  ReasonQuery,
  ReasonTree,
  RecordId,
  Reopen,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ActsService } from '../acts/acts.service.js';
import { reasonTree } from './reason.query.js';
import { ReasonService } from './reason.service.js';

@ApiTags('organisation')
@Controller('organisation/reasons')
export class ReasonController {
  constructor(
    private readonly acts: ActsService,
    private readonly reasons: ReasonService,
    private readonly database: Database,
  ) {}

  @Get()
  @Permit('organisation.read')
  @ApiOkResponse({ standardSchema: ReasonTree })
  async tree(@Query({ schema: ReasonQuery }) { closed }: ReasonQuery): Promise<ReasonTree> {
    return { reasons: await reasonTree(this.database, closed === 'yes') };
  }

  @Post()
  @Permit('organisation.manage')
  @Repeatable()
  @Refuses(404)
  @ApiCreatedResponse({ standardSchema: Acted })
  add(@Viewing() viewer: Viewer, @Body({ schema: AddReason }) body: AddReason): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.reasons.add(act, { ...body, from: act.startOf(body.from) }));
  }

  @Patch(':id')
  @Permit('organisation.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeReason }) body: ChangeReason,
  ): Promise<Acted> {
    const { revision, ...details } = body;
    return this.acts.run(viewer, (act) => this.reasons.change(act, id, details, revision));
  }

  @Post(':id/place')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  place(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: PlaceReason }) body: PlaceReason,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.reasons.place(act, id, body, body.revision));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  close(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CloseReason }) body: CloseReason,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.reasons.close(act, id, act.startOf(body.from), body.revision));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  reopen(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: Reopen }) body: Reopen,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.reasons.reopen(act, id, body.revision));
  }
}
