import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CustomerMerged, MergeCustomer, RecordId } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { MergeService } from './merge.service.js';

@ApiTags('customers')
@Controller()
export class MergeController {
  constructor(private readonly merges: MergeService) {}

  @Post('accounts/:id/merge')
  @HttpCode(200)
  @Permit('customer.merge')
  @Repeatable()
  @ApiOkResponse({ standardSchema: CustomerMerged })
  account(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MergeCustomer }) body: MergeCustomer,
  ): Promise<CustomerMerged> {
    return this.merges.merge(viewer, 'account', id, body);
  }

  @Post('people/:id/merge')
  @HttpCode(200)
  @Permit('customer.merge')
  @Repeatable()
  @ApiOkResponse({ standardSchema: CustomerMerged })
  person(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MergeCustomer }) body: MergeCustomer,
  ): Promise<CustomerMerged> {
    return this.merges.merge(viewer, 'person', id, body);
  }

  @Post('customer-merges/:id/undo')
  @HttpCode(200)
  @Permit('customer.merge')
  @Repeatable()
  @ApiOkResponse({ standardSchema: CustomerMerged })
  undo(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<CustomerMerged> {
    return this.merges.undo(viewer, id);
  }
}
