import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { KeyAccountFilters, KeyAccountList, KeyAccountQuery, ListCount } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { AccountListService } from './account-list.service.js';

@ApiTags('key accounts')
@Controller('accounts')
export class AccountListController {
  constructor(private readonly lists: AccountListService) {}

  @Get()
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: KeyAccountList })
  list(@Viewing() viewer: Viewer, @Query({ schema: KeyAccountQuery }) query: KeyAccountQuery): Promise<KeyAccountList> {
    return this.lists.list(viewer, query);
  }

  @Get('count')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: ListCount })
  count(
    @Viewing() viewer: Viewer,
    @Query({ schema: KeyAccountFilters }) filters: KeyAccountFilters,
  ): Promise<ListCount> {
    return this.lists.count(viewer, filters);
  }
}
