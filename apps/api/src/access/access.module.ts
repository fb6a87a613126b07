import { Module } from '@nestjs/common';
import { AuditController } from './audit/audit.controller.js';
import { FirstRunService } from './links/first-run.service.js';
import { LinkController } from './links/link.controller.js';
import { LinksService } from './links/links.service.js';
import { HousekeepingService } from './housekeeping.service.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { Limits } from './sign-in/limits.js';
import { OwnController } from './sign-in/own.controller.js';
import { OwnService } from './sign-in/own.service.js';
import { SessionController } from './sign-in/session.controller.js';
import { SessionService } from './sign-in/session.service.js';
import { TokenController } from './tokens/token.controller.js';
import { TokensService } from './tokens/tokens.service.js';
import { InvitationsService } from './users/invitations.service.js';
import { RolesService } from './users/roles.service.js';
import { UserController } from './users/user.controller.js';
import { UsersService } from './users/users.service.js';
import { WallboardController } from './wallboards/wallboard.controller.js';
import { WallboardsService } from './wallboards/wallboards.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [
    SessionController,
    OwnController,
    LinkController,
    UserController,
    TokenController,
    AuditController,
    WallboardController,
  ],
  providers: [
    Limits,
    HousekeepingService,
    SessionService,
    OwnService,
    LinksService,
    FirstRunService,
    RolesService,
    UsersService,
    InvitationsService,
    TokensService,
    WallboardsService,
  ],
  exports: [FirstRunService, SessionService],
})
export class AccessModule {}
