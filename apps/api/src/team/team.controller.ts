import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { TeamQuestion, TeamReply } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { TeamService } from './team.service.js';

@Controller('team')
export class TeamController {
  constructor(private readonly teams: TeamService) {}

  @Get()
  @Permit('team.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: TeamReply })
  team(@Viewing() viewer: Viewer, @Query({ schema: TeamQuestion }) question: TeamQuestion): Promise<TeamReply> {
    return this.teams.team(viewer, question);
  }
}
