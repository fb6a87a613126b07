import { Module } from '@nestjs/common';
import { FirstRunService } from './links/first-run.service.js';
import { LinkController } from './links/link.controller.js';
import { LinksService } from './links/links.service.js';
import { Limits } from './sign-in/limits.js';
import { OwnController } from './sign-in/own.controller.js';
import { OwnService } from './sign-in/own.service.js';
import { SessionController } from './sign-in/session.controller.js';
import { SessionService } from './sign-in/session.service.js';

@Module({
  controllers: [SessionController, OwnController, LinkController],
  providers: [Limits, SessionService, OwnService, LinksService, FirstRunService],
})
export class AccessModule {}
