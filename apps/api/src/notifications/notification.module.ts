import { Module } from '@nestjs/common';
import { NotificationService } from './notification.service.js';

/** The one way by which people are told something: the bell, and mail. */
@Module({ providers: [NotificationService], exports: [NotificationService] })
export class NotificationModule {}
