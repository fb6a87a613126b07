import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Acted,
  AddTradeReasons,
  ChangeSetUp,
  CheckedStaff,
  LeaveDemo,
  Me,
  OpenUnits,
  SetUp,
  SetUpDraft,
  SetUpPage,
  StaffTable,
  Trades,
} from '@forecall/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionService } from '../access/sign-in/session.service.js';
import { ActsService } from '../organisation/acts/acts.service.js';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { LeaveDemoService } from './leaving/leave-demo.service.js';
import { OpenUnitsService } from './open-units.service.js';
import { SetUpService } from './set-up.service.js';
import { StaffTableService } from './staff/staff-table.service.js';
import { shippedTrades } from './trades/trade-files.js';
import { TradeReasonsService } from './trades/trade-reasons.service.js';

@ApiTags('set-up')
@Controller('set-up')
export class SetUpController {
  constructor(
    private readonly setUp: SetUpService,
    private readonly leaving: LeaveDemoService,
    private readonly sessions: SessionService,
    private readonly acts: ActsService,
    private readonly units: OpenUnitsService,
    private readonly staff: StaffTableService,
    private readonly reasons: TradeReasonsService,
  ) {}

  @Get()
  @Permit('organisation.manage')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: SetUp })
  read(): Promise<SetUp> {
    return this.setUp.read();
  }

  @Patch()
  @Permit('organisation.manage')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: SetUp })
  change(@Body({ schema: ChangeSetUp }) body: ChangeSetUp): Promise<SetUp> {
    return this.setUp.change(body);
  }

  /** Keeps what is typed on a page; closing the tab loses nothing. */
  @Put('drafts/:page')
  @HttpCode(204)
  @Permit('organisation.manage')
  @ApiNoContentResponse()
  draft(
    @Param('page', { schema: SetUpPage }) page: SetUpPage,
    @Body({ schema: SetUpDraft }) { text }: SetUpDraft,
  ): Promise<void> {
    return this.setUp.keepDraft(page, text);
  }

  /** Everything of the demo company goes; the caller is signed in as the one person of the new company. */
  @Post('own-company')
  @HttpCode(200)
  @Permit('demo.leave')
  @Refuses(409, 503)
  @ApiOkResponse({ standardSchema: Me })
  async leave(
    @Body({ schema: LeaveDemo }) body: LeaveDemo,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const browser = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const secret = await this.leaving.leave(body, browser);
    this.sessions.hand(reply, secret);
    return this.sessions.meBy(secret, request.ip);
  }

  @Post('units')
  @Permit('organisation.manage')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Acted })
  open(@Viewing() viewer: Viewer, @Body({ schema: OpenUnits }) body: OpenUnits): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.units.open(act, body));
  }

  @Post('staff/check')
  @HttpCode(200)
  @Permit('organisation.manage')
  @ApiOkResponse({ standardSchema: CheckedStaff })
  check(@Body({ schema: StaffTable }) body: StaffTable): Promise<CheckedStaff> {
    return this.staff.check(body);
  }

  @Post('staff')
  @Permit('organisation.manage')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: Acted })
  hire(@Viewing() viewer: Viewer, @Body({ schema: StaffTable }) body: StaffTable): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.staff.hire(act, body));
  }

  @Get('trades')
  @Permit('organisation.manage')
  @ApiOkResponse({ standardSchema: Trades })
  trades(): Trades {
    return { trades: [...shippedTrades()] };
  }

  @Post('reasons')
  @Permit('organisation.manage')
  @Repeatable()
  @Refuses(404)
  @ApiCreatedResponse({ standardSchema: Acted })
  addReasons(@Viewing() viewer: Viewer, @Body({ schema: AddTradeReasons }) body: AddTradeReasons): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.reasons.add(act, body));
  }
}
