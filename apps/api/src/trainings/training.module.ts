import { Module } from '@nestjs/common';
import { KeyAccountModule } from '../key-accounts/key-account.module.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';

/** What customers were taught. */
@Module({ imports: [KeyAccountModule], controllers: [TrainingController], providers: [TrainingService] })
export class TrainingModule {}
