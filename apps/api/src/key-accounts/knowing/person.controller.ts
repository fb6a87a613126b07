import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ChangePerson, CustomerChanged, ObserveTemperament, RecordId, TemperamentHistory } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { ChangeCustomerService } from './change-customer.service.js';
import { TemperamentService } from './temperament.service.js';

@ApiTags('key accounts')
@Controller('people/:id')
export class PersonController {
  constructor(
    private readonly changes: ChangeCustomerService,
    private readonly temperaments: TemperamentService,
  ) {}

  @Patch()
  @Permit('account.know')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CustomerChanged })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangePerson }) body: ChangePerson,
  ): Promise<CustomerChanged> {
    return this.changes.changePerson(viewer, id, body);
  }

  @Get('temperaments')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: TemperamentHistory })
  history(@Param('id', { schema: RecordId }) id: string): Promise<TemperamentHistory> {
    return this.temperaments.history(id);
  }

  @Post('temperaments')
  @HttpCode(200)
  @Permit('account.know')
  @Repeatable()
  @ApiOkResponse({ standardSchema: TemperamentHistory })
  observe(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ObserveTemperament }) body: ObserveTemperament,
  ): Promise<TemperamentHistory> {
    return this.temperaments.observe(viewer, id, body);
  }
}
