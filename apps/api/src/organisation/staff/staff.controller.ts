import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Acted,
  ChangeStaff,
  HireStaff,
  LeaveStaff,
  MoveStaff,
  RecordId,
  Reopen,
  StaffFile,
  StaffPage,
  StaffQuery,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ActsService } from '../acts/acts.service.js';
import { MembershipService } from './membership.service.js';
import { StaffListService } from './staff-list.service.js';
import { StaffService } from './staff.service.js';

@ApiTags('organisation')
@Controller('organisation/staff')
export class StaffController {
  constructor(
    private readonly acts: ActsService,
    private readonly staff: StaffService,
    private readonly memberships: MembershipService,
    private readonly lists: StaffListService,
  ) {}

  @Get()
  @Permit('organisation.read')
  @ApiOkResponse({ standardSchema: StaffPage })
  page(@Query({ schema: StaffQuery }) query: StaffQuery): Promise<StaffPage> {
    return this.lists.page(query);
  }

  @Get(':id')
  @Permit('organisation.read')
  @ApiOkResponse({ standardSchema: StaffFile })
  file(@Param('id', { schema: RecordId }) id: string): Promise<StaffFile> {
    return this.lists.file(id);
  }

  @Post()
  @Permit('organisation.manage')
  @Repeatable()
  @Refuses(404)
  @ApiCreatedResponse({ standardSchema: Acted })
  hire(@Viewing() viewer: Viewer, @Body({ schema: HireStaff }) body: HireStaff): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.staff.hire(act, { ...body, from: act.startOf(body.from) }));
  }

  @Patch(':id')
  @Permit('organisation.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeStaff }) body: ChangeStaff,
  ): Promise<Acted> {
    const { revision, ...details } = body;
    return this.acts.run(viewer, (act) => this.staff.change(act, id, details, revision));
  }

  @Post(':id/move')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  move(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MoveStaff }) { teamId, from, until, revision }: MoveStaff,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) =>
      this.memberships.move(act, {
        staffId: id,
        teamId,
        from: act.startOf(from),
        to: act.startOf(until),
        revision,
      }),
    );
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  leave(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: LeaveStaff }) body: LeaveStaff,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.staff.leave(act, id, body.lastDay, body.revision));
  }

  @Post(':id/come-back')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  comeBack(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: Reopen }) body: Reopen,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.staff.comeBack(act, id, body.revision));
  }
}
