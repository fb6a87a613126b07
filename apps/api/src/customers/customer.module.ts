import { Module } from '@nestjs/common';
import { CustomerController } from './customer.controller.js';
import { CustomerService } from './finding/customer.service.js';
import { MakeCustomersService } from './making/make-customers.service.js';
import { MergeController } from './merging/merge.controller.js';
import { MergeService } from './merging/merge.service.js';

@Module({
  controllers: [CustomerController, MergeController],
  providers: [CustomerService, MakeCustomersService, MergeService],
  exports: [CustomerService],
})
export class CustomerModule {}
