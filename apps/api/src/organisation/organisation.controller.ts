import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acted, ChangeOrganisation, Effects, EffectsQuery, Structure, StructureQuery } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { ActsService } from './acts/acts.service.js';
import { EffectsService } from './effects.service.js';
import { OrganisationService } from './organisation.service.js';
import { StructureService } from './units/structure.service.js';

@ApiTags('organisation')
@Controller('organisation')
export class OrganisationController {
  constructor(
    private readonly acts: ActsService,
    private readonly organisation: OrganisationService,
    private readonly structure: StructureService,
    private readonly effects: EffectsService,
  ) {}

  @Get()
  @Permit('organisation.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: Structure })
  read(@Query({ schema: StructureQuery }) query: StructureQuery): Promise<Structure> {
    return this.structure.read(query);
  }

  @Patch()
  @Permit('organisation.manage')
  @Refuses(404, 409)
  @ApiOkResponse({ standardSchema: Acted })
  change(@Viewing() viewer: Viewer, @Body({ schema: ChangeOrganisation }) body: ChangeOrganisation): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.organisation.change(act, body));
  }

  /** What a change dated in the past would not touch. */
  @Get('effects')
  @Permit('organisation.manage')
  @ApiOkResponse({ standardSchema: Effects })
  effectsOf(@Query({ schema: EffectsQuery }) query: EffectsQuery): Promise<Effects> {
    return this.effects.since(query);
  }
}
