import { Module } from '@nestjs/common';
import { FoldService } from './fold.service.js';

@Module({ providers: [FoldService], exports: [FoldService] })
export class TalliesModule {}
