import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AccountHealthReply,
  AccountPage,
  CareActed,
  ChangeAccount,
  CustomerChanged,
  DossierPart,
  DossierVersions,
  EndCare,
  GiveCare,
  RecordId,
  SetCareClass,
  TimeLine,
  TimeLineQuery,
  UndoCare,
  WriteDossier,
} from '@forecall/contracts';
import type { DossierPart as Part } from '@forecall/domain';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { AccountPageService } from './account-page.service.js';
import { HealthService } from './health/health.service.js';
import { CareService } from './care/care.service.js';
import { CareUndoService } from './care/care-undo.service.js';
import { ChangeCustomerService } from './knowing/change-customer.service.js';
import { DossierService } from './knowing/dossier.service.js';
import { TimeLineService } from './time-line/time-line.service.js';

@ApiTags('key accounts')
@Controller('accounts/:id')
export class KeyAccountController {
  constructor(
    private readonly pages: AccountPageService,
    private readonly care: CareService,
    private readonly undoing: CareUndoService,
    private readonly changes: ChangeCustomerService,
    private readonly dossiers: DossierService,
    private readonly timeLines: TimeLineService,
    private readonly healths: HealthService,
  ) {}

  @Get('page')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: AccountPage })
  page(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<AccountPage> {
    return this.pages.page(viewer, id);
  }

  @Get('health')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: AccountHealthReply })
  health(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<AccountHealthReply> {
    return this.healths.ofAccount(viewer, id);
  }

  @Get('time-line')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: TimeLine })
  timeLine(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: TimeLineQuery }) query: TimeLineQuery,
  ): Promise<TimeLine> {
    return this.timeLines.timeLine(viewer, id, query);
  }

  @Patch()
  @Permit('account.direct')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CustomerChanged })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeAccount }) body: ChangeAccount,
  ): Promise<CustomerChanged> {
    return this.changes.changeAccount(viewer, id, body);
  }

  @Put('class')
  @HttpCode(200)
  @Permit('account.direct')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CareActed })
  setClass(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SetCareClass }) body: SetCareClass,
  ): Promise<CareActed> {
    return this.care.setClass(viewer, id, body);
  }

  @Post('class/undo')
  @HttpCode(204)
  @Permit('account.direct')
  @Refuses(409)
  @ApiNoContentResponse()
  undoClass(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: UndoCare }) body: UndoCare,
  ): Promise<void> {
    return this.undoing.undo(viewer, id, 'account_class', body);
  }

  /** Given twice it is given once: who cares already is refused. */
  @Post('care')
  @HttpCode(200)
  @Permit('account.direct')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CareActed })
  giveCare(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: GiveCare }) body: GiveCare,
  ): Promise<CareActed> {
    return this.care.give(viewer, id, body);
  }

  @Post('care/undo')
  @HttpCode(204)
  @Permit('account.direct')
  @Refuses(409)
  @ApiNoContentResponse()
  undoCare(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: UndoCare }) body: UndoCare,
  ): Promise<void> {
    return this.undoing.undo(viewer, id, 'account_care', body);
  }

  @Post('care/:careId/end')
  @HttpCode(200)
  @Permit('account.direct')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CareActed })
  endCare(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('careId', { schema: RecordId }) careId: string,
    @Body({ schema: EndCare }) body: EndCare,
  ): Promise<CareActed> {
    return this.care.end(viewer, id, careId, body);
  }

  @Get('dossier/:part')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: DossierVersions })
  versions(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('part', { schema: DossierPart }) part: Part,
  ): Promise<DossierVersions> {
    return this.dossiers.versions(viewer, id, part);
  }

  @Put('dossier/:part')
  @HttpCode(204)
  @Permit('account.know')
  @Refuses(409)
  @ApiNoContentResponse()
  write(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('part', { schema: DossierPart }) part: Part,
    @Body({ schema: WriteDossier }) body: WriteDossier,
  ): Promise<void> {
    return this.dossiers.write(viewer, id, part, body);
  }
}
