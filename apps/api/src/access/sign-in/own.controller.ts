import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ChangePasswordRequest, OwnSessions, SetLocaleRequest } from '@forecall/contracts';
import { z } from 'zod';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { OwnService } from './own.service.js';

const SessionId = z.string().regex(/^[0-9a-f]{16}$/);

@ApiTags('session')
@Controller('session')
export class OwnController {
  constructor(private readonly own: OwnService) {}

  @Get('own')
  @Permit('session.own')
  @ApiOkResponse({ standardSchema: OwnSessions })
  async sessions(@Viewing() viewer: Viewer): Promise<OwnSessions> {
    return { sessions: await this.own.sessions(viewer) };
  }

  @Delete('own/:id')
  @HttpCode(204)
  @Permit('session.own')
  @ApiNoContentResponse()
  endSession(@Viewing() viewer: Viewer, @Param('id', { schema: SessionId }) id: string): Promise<void> {
    return this.own.endSession(viewer, id);
  }

  @Put('password')
  @HttpCode(204)
  @Permit('session.own')
  @Refuses(429)
  @ApiNoContentResponse()
  changePassword(
    @Viewing() viewer: Viewer,
    @Body({ schema: ChangePasswordRequest }) body: ChangePasswordRequest,
  ): Promise<void> {
    return this.own.changePassword(viewer, body);
  }

  @Put('locale')
  @HttpCode(204)
  @Permit('session.own')
  @ApiNoContentResponse()
  setLocale(@Viewing() viewer: Viewer, @Body({ schema: SetLocaleRequest }) body: SetLocaleRequest): Promise<void> {
    return this.own.setLocale(viewer, body.locale);
  }
}
