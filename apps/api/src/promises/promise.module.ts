import { Module } from '@nestjs/common';
import { DutyModule } from '../duties/duty.module.js';
import { KeyAccountModule } from '../key-accounts/key-account.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PromiseController } from './promise.controller.js';
import { PromiseService } from './promise.service.js';
import { PromiseViewService } from './promise-view.service.js';

/** What customers were promised. */
@Module({
  imports: [DutyModule, KeyAccountModule, MailModule],
  controllers: [PromiseController],
  providers: [PromiseService, PromiseViewService],
  exports: [PromiseService],
})
export class PromiseModule {}
