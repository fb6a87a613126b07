import { Module } from '@nestjs/common';
import { CustomerModule } from '../customers/customer.module.js';
import { AccountPageService } from './account-page.service.js';
import { CareService } from './care/care.service.js';
import { CareUndoService } from './care/care-undo.service.js';
import { HealthService } from './health/health.service.js';
import { AccountListController } from './listing/account-list.controller.js';
import { AccountListService } from './listing/account-list.service.js';
import { KeyAccountController } from './key-account.controller.js';
import { ChangeCustomerService } from './knowing/change-customer.service.js';
import { DossierService } from './knowing/dossier.service.js';
import { PersonController } from './knowing/person.controller.js';
import { TemperamentService } from './knowing/temperament.service.js';
import { TimeLineService } from './time-line/time-line.service.js';

@Module({
  imports: [CustomerModule],
  controllers: [AccountListController, KeyAccountController, PersonController],
  providers: [
    AccountListService,
    AccountPageService,
    CareService,
    CareUndoService,
    ChangeCustomerService,
    DossierService,
    HealthService,
    TemperamentService,
    TimeLineService,
  ],
  exports: [HealthService],
})
export class KeyAccountModule {}
