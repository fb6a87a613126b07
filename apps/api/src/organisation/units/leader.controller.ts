import { Body, Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acted, EndDated, RecordId, WithdrawQuery } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ActsService } from '../acts/acts.service.js';
import { LeadershipService } from './leadership.service.js';

/** Appointments that are there already; they are made at the team or department. */
@ApiTags('organisation')
@Controller('organisation/leaders')
export class LeaderController {
  constructor(
    private readonly acts: ActsService,
    private readonly leaderships: LeadershipService,
  ) {}

  @Post(':id/end')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  end(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: EndDated }) body: EndDated,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.leaderships.end(act, id, act.startOf(body.from), body.revision));
  }

  @Delete(':id')
  @Permit('organisation.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: Acted })
  withdraw(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: WithdrawQuery }) { revision }: WithdrawQuery,
  ): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.leaderships.withdraw(act, id, revision));
  }
}
