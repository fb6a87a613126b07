import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Acted,
  AppointLeader,
  CloseDepartment,
  OpenDepartment,
  RecordId,
  RenameUnit,
  Reopen,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ActsService } from '../acts/acts.service.js';
import { DepartmentService } from './department.service.js';
import { LeadershipService } from './leadership.service.js';

@ApiTags('organisation')
@Controller('organisation/departments')
export class DepartmentController {
  constructor(
    private readonly acts: ActsService,
    private readonly departments: DepartmentService,
    private readonly leaderships: LeadershipService,
  ) {}

  @Post()
  @Permit('organisation.manage')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Acted })
  open(@Viewing() viewer: Viewer, @Body({ schema: OpenDepartment }) body: OpenDepartment): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.departments.open(act, { ...body, from: act.startOf(body.from) }));
  }

  @Patch(':id')
  @Permit('organisation.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  rename(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: RenameUnit }) body: RenameUnit,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.departments.rename(act, id, body, body.revision));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  close(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CloseDepartment }) body: CloseDepartment,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.departments.close(act, id, act.startOf(body.from), body.revision));
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
    return this.acts.run(viewer, (act) => this.departments.reopen(act, id, body.revision));
  }

  @Post(':id/leaders')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  appoint(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: AppointLeader }) body: AppointLeader,
  ): Promise<Acted> {
    const { from, until, ...wanted } = body;
    return this.acts.run(viewer, (act) =>
      this.leaderships.appoint(act, {
        ...wanted,
        unit: 'department',
        unitId: id,
        from: act.startOf(from),
        to: act.startOf(until),
      }),
    );
  }
}
