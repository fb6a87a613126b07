import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangeUser,
  EndRole,
  GiveRole,
  HandedLink,
  InvitedUser,
  InviteUser,
  RecordId,
  UserEntry,
  UserFile,
  UserPage,
  UserQuery,
} from '@forecall/contracts';
import type { FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { baseOf } from '../../platform/http/base-address.js';
import { Refuses } from '../../platform/http/refuses.js';
import { InvitationsService } from './invitations.service.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('users')
export class UserController {
  constructor(
    private readonly users: UsersService,
    private readonly invitations: InvitationsService,
  ) {}

  @Get()
  @Permit('users.manage')
  @ApiOkResponse({ standardSchema: UserPage })
  page(@Query({ schema: UserQuery }) query: UserQuery): Promise<UserPage> {
    return this.users.page(query);
  }

  @Get(':id')
  @Permit('users.manage')
  @ApiOkResponse({ standardSchema: UserFile })
  file(@Param('id', { schema: RecordId }) id: string): Promise<UserFile> {
    return this.users.file(id);
  }

  @Post()
  @Permit('users.manage')
  @Refuses(404, 409)
  @ApiCreatedResponse({ standardSchema: InvitedUser })
  invite(
    @Viewing() viewer: Viewer,
    @Body({ schema: InviteUser }) body: InviteUser,
    @Req() request: FastifyRequest,
  ): Promise<InvitedUser> {
    return this.invitations.invite(viewer, body, baseOf(request));
  }

  @Patch(':id')
  @Permit('users.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: UserEntry })
  changeEmail(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeUser }) body: ChangeUser,
  ): Promise<UserEntry> {
    return this.users.changeEmail(viewer, id, body);
  }

  @Post(':id/link')
  @Permit('users.manage')
  @Refuses(409)
  @ApiCreatedResponse({ standardSchema: HandedLink })
  makeLink(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Req() request: FastifyRequest,
  ): Promise<HandedLink> {
    return this.users.makeLink(viewer, id, baseOf(request));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Permit('users.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: UserEntry })
  disable(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<UserEntry> {
    return this.users.disable(viewer, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Permit('users.manage')
  @ApiOkResponse({ standardSchema: UserEntry })
  enable(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<UserEntry> {
    return this.users.enable(viewer, id);
  }

  @Post(':id/sign-out')
  @HttpCode(200)
  @Permit('users.manage')
  @ApiOkResponse({ standardSchema: UserEntry })
  endSessions(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<UserEntry> {
    return this.users.endSessions(viewer, id);
  }

  @Post(':id/roles')
  @HttpCode(200)
  @Permit('users.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: UserEntry })
  giveRole(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: GiveRole }) body: GiveRole,
  ): Promise<UserEntry> {
    return this.users.giveRole(viewer, id, body);
  }

  @Post(':id/roles/:roleId/end')
  @HttpCode(200)
  @Permit('users.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: UserEntry })
  endRole(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('roleId', { schema: RecordId }) roleId: string,
    @Body({ schema: EndRole }) body: EndRole,
  ): Promise<UserEntry> {
    return this.users.endRole(viewer, id, roleId, body);
  }
}
