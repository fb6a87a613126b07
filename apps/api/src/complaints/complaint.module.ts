import { Module } from '@nestjs/common';
import { ComplaintService } from './complaint.service.js';

@Module({
  providers: [ComplaintService],
  exports: [ComplaintService],
})
export class ComplaintModule {}
