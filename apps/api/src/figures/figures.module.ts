import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { FiguresService } from './figures.service.js';
import { ReceiptsService } from './receipts.service.js';

@Module({
  controllers: [FiguresController],
  providers: [FiguresService, ReceiptsService],
  exports: [FiguresService, ReceiptsService],
})
export class FiguresModule {}
