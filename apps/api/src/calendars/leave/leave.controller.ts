import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acted, ChangeLeave, EnterLeave, LeaveList, LeaveQuery, RecordId, WithdrawQuery } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { LeaveService } from './leave.service.js';

@ApiTags('calendars')
@Controller('leave')
export class LeaveController {
  constructor(private readonly leaves: LeaveService) {}

  @Get()
  @Permit('leave.read')
  @ApiOkResponse({ standardSchema: LeaveList })
  list(@Viewing() viewer: Viewer, @Query({ schema: LeaveQuery }) query: LeaveQuery): Promise<LeaveList> {
    return this.leaves.list(viewer, query);
  }

  @Post()
  @Permit('leave.manage')
  @Refuses(404, 409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Acted })
  enter(@Viewing() viewer: Viewer, @Body({ schema: EnterLeave }) body: EnterLeave): Promise<Acted> {
    return this.leaves.enter(viewer, body);
  }

  @Patch(':id')
  @Permit('leave.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeLeave }) body: ChangeLeave,
  ): Promise<Acted> {
    return this.leaves.change(viewer, id, body);
  }

  @Delete(':id')
  @Permit('leave.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  cancel(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: WithdrawQuery }) { revision }: WithdrawQuery,
  ): Promise<Acted> {
    return this.leaves.cancel(viewer, id, revision);
  }

  @Post('acts/:id/undo')
  @HttpCode(200)
  @Permit('leave.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  undo(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Acted> {
    return this.leaves.undo(viewer, id);
  }
}
