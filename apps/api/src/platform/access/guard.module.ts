import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AuditTrail } from './audit-trail.js';
import { Viewers } from './viewers.js';

/** What stands before every route, and what every feature may ask of access. */
@Global()
@Module({
  providers: [Viewers, AuditTrail, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Viewers, AuditTrail],
})
export class GuardModule {}
