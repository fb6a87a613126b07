import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { NotificationController } from './notification.controller.js';
import { NotificationService } from './notification.service.js';
import { NotificationViewService } from './notification-view.service.js';

/** The one way by which people are told something: the bell, and mail. */
@Module({
  imports: [MailModule],
  controllers: [NotificationController],
  providers: [NotificationService, NotificationViewService],
  exports: [NotificationService, NotificationViewService],
})
export class NotificationModule {}
