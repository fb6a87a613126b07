import { Module } from '@nestjs/common';
import { TalliesModule } from '../tallies/tallies.module.js';
import { ActsController } from './acts/acts.controller.js';
import { ActsService } from './acts/acts.service.js';
import { UndoService } from './acts/undo.service.js';
import { EffectsService } from './effects.service.js';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationService } from './organisation.service.js';
import { ReasonController } from './reasons/reason.controller.js';
import { ReasonService } from './reasons/reason.service.js';
import { MembershipController } from './staff/membership.controller.js';
import { MembershipService } from './staff/membership.service.js';
import { StaffController } from './staff/staff.controller.js';
import { StaffListService } from './staff/staff-list.service.js';
import { StaffService } from './staff/staff.service.js';
import { DepartmentController } from './units/department.controller.js';
import { DepartmentService } from './units/department.service.js';
import { LeaderController } from './units/leader.controller.js';
import { LeadershipService } from './units/leadership.service.js';
import { StructureService } from './units/structure.service.js';
import { TeamController } from './units/team.controller.js';
import { TeamService } from './units/team.service.js';

/** Departments, teams, staff, who leads whom, and what contacts are about. Imports use the exported services. */
@Module({
  imports: [TalliesModule],
  controllers: [
    OrganisationController,
    DepartmentController,
    TeamController,
    LeaderController,
    StaffController,
    MembershipController,
    ReasonController,
    ActsController,
  ],
  providers: [
    ActsService,
    UndoService,
    OrganisationService,
    StructureService,
    EffectsService,
    DepartmentService,
    TeamService,
    LeadershipService,
    StaffService,
    StaffListService,
    MembershipService,
    ReasonService,
  ],
  exports: [
    ActsService,
    DepartmentService,
    TeamService,
    LeadershipService,
    StaffService,
    MembershipService,
    ReasonService,
    UndoService,
  ],
})
export class OrganisationModule {}
