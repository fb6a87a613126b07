import { Module } from '@nestjs/common';
import { MailService } from './mail.service.js';

/** Letters to people of ours, over SMTP. */
@Module({ providers: [MailService], exports: [MailService] })
export class MailModule {}
