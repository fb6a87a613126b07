import { Module } from '@nestjs/common';
import { FoldService } from './fold.service.js';
import { RecountService } from './recount.service.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

@Module({
  controllers: [VerificationController],
  providers: [FoldService, RecountService, VerificationService],
  exports: [FoldService, RecountService],
})
export class TalliesModule {}
