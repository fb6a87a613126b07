import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AuditTrail } from './audit-trail.js';
import { CredentialWatch } from './credential-watch.js';
import { Entrances } from './entrances.js';
import { Viewers } from './viewers.js';

/** What stands before every route, and what every feature may ask of access. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Viewers, AuditTrail, CredentialWatch, Entrances, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Viewers, AuditTrail, CredentialWatch, Entrances],
})
export class GuardModule {}
