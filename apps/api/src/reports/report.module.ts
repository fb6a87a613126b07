import { Module } from '@nestjs/common';
import { ExportModule } from '../exports/export.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { MailModule } from '../mail/mail.module.js';
import { NotificationModule } from '../notifications/notification.module.js';
import { MailingSetting } from './mailing/mailing-setting.service.js';
import { ReportMailingService } from './mailing/report-mailing.service.js';
import { ReportController } from './report.controller.js';
import { ReportExportService } from './report-export.service.js';
import { ReportService } from './report.service.js';
import { ReportTableService } from './table/report-table.service.js';

/** Questions to the figure route that people put together, keep, share and have mailed. */
@Module({
  imports: [ExportModule, FiguresModule, MailModule, NotificationModule],
  controllers: [ReportController],
  providers: [ReportTableService, ReportExportService, ReportService, MailingSetting, ReportMailingService],
})
export class ReportModule {}
