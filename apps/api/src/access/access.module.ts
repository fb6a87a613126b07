import { Module } from '@nestjs/common';
import { Limits } from './limits.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Module({
  controllers: [SessionController],
  providers: [Limits, SessionService],
})
export class AccessModule {}
