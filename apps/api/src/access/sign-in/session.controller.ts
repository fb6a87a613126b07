import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Me, SignInRequest } from '@forecall/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { sessionCookie } from '../../platform/access/viewers.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Refuses } from '../../platform/http/refuses.js';
import { browserOf, clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Permit('session.own')
  @ApiOkResponse({ standardSchema: Me })
  me(@Viewing() viewer: Viewer): Promise<Me> {
    return this.sessions.me(viewer);
  }

  @Post()
  @HttpCode(200)
  @Permit('public')
  @Refuses(401, 429)
  @ApiOkResponse({ standardSchema: Me })
  async signIn(
    @Body({ schema: SignInRequest }) body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const secret = await this.sessions.signIn(body, browserOf(request));
    const before = request.cookies[sessionCookie];
    if (before !== undefined) await this.sessions.end(before);
    setSessionCookie(reply, secret, this.config);
    return this.sessions.meBy(secret, request.ip);
  }

  @Delete()
  @HttpCode(204)
  @Permit('session.own')
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = request.cookies[sessionCookie];
    if (secret !== undefined) await this.sessions.end(secret);
    clearSessionCookie(reply, this.config);
  }
}
