import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AccountCreated,
  AccountDetail,
  CreateAccount,
  CreatePerson,
  CustomerQuery,
  CustomersFound,
  PersonCreated,
  PersonDetail,
  RecordId,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { CustomerService } from './customer.service.js';

@ApiTags('customers')
@Controller()
export class CustomerController {
  constructor(private readonly customers: CustomerService) {}

  @Get('customers/find')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: CustomersFound })
  find(@Query({ schema: CustomerQuery }) { q }: CustomerQuery): Promise<CustomersFound> {
    return this.customers.find(q);
  }

  @Get('accounts/:id')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: AccountDetail })
  account(@Param('id', { schema: RecordId }) id: string): Promise<AccountDetail> {
    return this.customers.account(id);
  }

  @Get('people/:id')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: PersonDetail })
  person(@Param('id', { schema: RecordId }) id: string): Promise<PersonDetail> {
    return this.customers.person(id);
  }

  @Post('accounts')
  @Permit('customer.create')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: AccountCreated })
  createAccount(@Body({ schema: CreateAccount }) body: CreateAccount): Promise<AccountCreated> {
    return this.customers.createAccount(body);
  }

  @Post('accounts/:id/people')
  @Permit('customer.create')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: PersonCreated })
  createPerson(
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CreatePerson }) body: CreatePerson,
  ): Promise<PersonCreated> {
    return this.customers.createPerson(id, body);
  }
}
