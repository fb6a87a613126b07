import { Module } from '@nestjs/common';
import { RetentionService } from './retention.service.js';

/** What is not kept for ever. */
@Module({ providers: [RetentionService] })
export class RetentionModule {}
