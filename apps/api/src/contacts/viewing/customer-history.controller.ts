import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CustomerHistory, RecordId } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { CustomerHistoryService } from './customer-history.service.js';

@ApiTags('customers')
@Controller()
export class CustomerHistoryController {
  constructor(private readonly histories: CustomerHistoryService) {}

  @Get('accounts/:id/history')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: CustomerHistory })
  ofAccount(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<CustomerHistory> {
    return this.histories.history(viewer, 'account', id);
  }

  @Get('people/:id/history')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: CustomerHistory })
  ofPerson(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<CustomerHistory> {
    return this.histories.history(viewer, 'person', id);
  }
}
