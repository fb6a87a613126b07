import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddPromise,
  BreakPromise,
  HandPromise,
  KeepPromise,
  ListCount,
  PromiseChanged,
  PromiseDetail,
  PromiseFilters,
  PromiseList,
  PromiseQuery,
  RecordId,
  RenegotiatePromise,
  ReopenPromise,
  TellPromise,
  VoidPromise,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { PromiseService } from './promise.service.js';
import { PromiseViewService } from './promise-view.service.js';

@ApiTags('promises')
@Controller('promises')
export class PromiseController {
  constructor(
    private readonly promises: PromiseService,
    private readonly views: PromiseViewService,
  ) {}

  @Get()
  @Permit('promise.read')
  @ApiOkResponse({ standardSchema: PromiseList })
  list(@Viewing() viewer: Viewer, @Query({ schema: PromiseQuery }) query: PromiseQuery): Promise<PromiseList> {
    return this.views.list(viewer, query);
  }

  @Get('count')
  @Permit('promise.read')
  @ApiOkResponse({ standardSchema: ListCount })
  count(@Viewing() viewer: Viewer, @Query({ schema: PromiseFilters }) filters: PromiseFilters): Promise<ListCount> {
    return this.views.count(viewer, filters);
  }

  @Get(':id')
  @Permit('promise.read')
  @ApiOkResponse({ standardSchema: PromiseDetail })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<PromiseDetail> {
    return this.views.one(viewer, id);
  }

  @Post()
  @Permit('promise.work')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: PromiseChanged })
  add(@Viewing() viewer: Viewer, @Body({ schema: AddPromise }) body: AddPromise): Promise<PromiseChanged> {
    return this.promises.add(viewer, body);
  }

  @Post(':id/keep')
  @HttpCode(200)
  @Permit('promise.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PromiseChanged })
  keep(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: KeepPromise }) body: KeepPromise,
  ): Promise<PromiseChanged> {
    return this.promises.keep(viewer, id, body);
  }

  @Post(':id/renegotiate')
  @HttpCode(200)
  @Permit('promise.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PromiseChanged })
  renegotiate(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: RenegotiatePromise }) body: RenegotiatePromise,
  ): Promise<PromiseChanged> {
    return this.promises.renegotiate(viewer, id, body);
  }

  @Post(':id/hand')
  @HttpCode(200)
  @Permit('promise.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PromiseChanged })
  hand(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: HandPromise }) body: HandPromise,
  ): Promise<PromiseChanged> {
    return this.promises.hand(viewer, id, body);
  }

  @Post(':id/break')
  @HttpCode(200)
  @Permit('promise.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PromiseChanged })
  break(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: BreakPromise }) body: BreakPromise,
  ): Promise<PromiseChanged> {
    return this.promises.break(viewer, id, body);
  }

  @Post(':id/void')
  @HttpCode(200)
  @Permit('promise.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PromiseChanged })
  void(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: VoidPromise }) body: VoidPromise,
  ): Promise<PromiseChanged> {
    return this.promises.void(viewer, id, body);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Permit('promise.work')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PromiseChanged })
  reopen(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ReopenPromise }) body: ReopenPromise,
  ): Promise<PromiseChanged> {
    return this.promises.reopen(viewer, id, body);
  }

  @Post(':id/tell')
  @HttpCode(200)
  @Permit('promise.work')
  @Refuses(409)
  @Repeatable()
  @ApiOkResponse({ standardSchema: PromiseChanged })
  tell(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: TellPromise }) body: TellPromise,
  ): Promise<PromiseChanged> {
    return this.promises.tell(viewer, id, body);
  }
}
