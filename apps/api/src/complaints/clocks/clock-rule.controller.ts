import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acted, ClockRuleList, RecordId, SetClocks, WithdrawQuery } from '@forecall/contracts';
import { ActsService } from '../../organisation/acts/acts.service.js';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ClockRulesService } from './clock-rules.service.js';

@ApiTags('complaints')
@Controller('clock-rules')
export class ClockRuleController {
  constructor(
    private readonly acts: ActsService,
    private readonly rules: ClockRulesService,
  ) {}

  @Get()
  @Permit('organisation.read')
  @ApiOkResponse({ standardSchema: ClockRuleList })
  list(): Promise<ClockRuleList> {
    return this.rules.list();
  }

  /** Both promises from a day on. */
  @Post()
  @HttpCode(200)
  @Permit('organisation.manage')
  @Refuses(409)
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  set(@Viewing() viewer: Viewer, @Body({ schema: SetClocks }) body: SetClocks): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.rules.set(act, body));
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
    return this.acts.run(viewer, (act) => this.rules.withdraw(act, id, revision));
  }
}
