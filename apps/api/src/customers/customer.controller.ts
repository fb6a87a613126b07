import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AccountCreated,
  AccountDetail,
  CallerFound,
  CallerQuery,
  CreateAccount,
  CreateCustomer,
  CreatePerson,
  CustomerQuery,
  CustomersFound,
  PersonCreated,
  PersonDetail,
  RecordId,
  SimilarCustomers,
  SimilarQuery,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { CustomerService } from './finding/customer.service.js';
import { MakeCustomersService } from './making/make-customers.service.js';

@ApiTags('customers')
@Controller()
export class CustomerController {
  constructor(
    private readonly customers: CustomerService,
    private readonly making: MakeCustomersService,
  ) {}

  @Get('customers/find')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: CustomersFound })
  find(@Query({ schema: CustomerQuery }) { q }: CustomerQuery): Promise<CustomersFound> {
    return this.customers.find(q);
  }

  @Get('customers/caller')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: CallerFound })
  caller(@Query({ schema: CallerQuery }) { phone }: CallerQuery): Promise<CallerFound> {
    return this.customers.caller(phone);
  }

  @Get('customers/similar')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: SimilarCustomers })
  similar(@Query({ schema: SimilarQuery }) query: SimilarQuery): Promise<SimilarCustomers> {
    return this.customers.similar(query);
  }

  @Post('customers')
  @Permit('customer.create')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: PersonDetail })
  createCustomer(@Body({ schema: CreateCustomer }) body: CreateCustomer): Promise<PersonDetail> {
    return this.making.createCustomer(body);
  }

  @Get('accounts/:id')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: AccountDetail })
  account(@Param('id', { schema: RecordId }) id: string): Promise<AccountDetail> {
    return this.customers.account(id);
  }

  @Get('accounts/:id/similar')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: SimilarCustomers })
  similarToAccount(@Param('id', { schema: RecordId }) id: string): Promise<SimilarCustomers> {
    return this.customers.similarToAccount(id);
  }

  @Get('people/:id')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: PersonDetail })
  person(@Param('id', { schema: RecordId }) id: string): Promise<PersonDetail> {
    return this.customers.person(id);
  }

  @Get('people/:id/similar')
  @Permit('customer.find')
  @ApiOkResponse({ standardSchema: SimilarCustomers })
  similarToPerson(@Param('id', { schema: RecordId }) id: string): Promise<SimilarCustomers> {
    return this.customers.similarToPerson(id);
  }

  @Post('accounts')
  @Permit('customer.create')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: AccountCreated })
  createAccount(@Body({ schema: CreateAccount }) body: CreateAccount): Promise<AccountCreated> {
    return this.making.createAccount(body);
  }

  @Post('accounts/:id/people')
  @Permit('customer.create')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: PersonCreated })
  createPerson(
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CreatePerson }) body: CreatePerson,
  ): Promise<PersonCreated> {
    return this.making.createPerson(id, body);
  }
}
