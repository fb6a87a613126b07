import { Module } from '@nestjs/common';
import { AttributionService } from './attribution.service.js';

@Module({ providers: [AttributionService], exports: [AttributionService] })
export class AttributionModule {}
