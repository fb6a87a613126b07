import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LinkToken, Me, OneTimeLink, RedeemLinkRequest } from '@forecall/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Refuses } from '../../platform/http/refuses.js';
import { browserOf, setSessionCookie } from '../sign-in/session-cookie.js';
import { SessionService } from '../sign-in/session.service.js';
import { LinksService } from './links.service.js';

@ApiTags('links')
@Controller('links')
export class LinkController {
  constructor(
    private readonly links: LinksService,
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  @Permit('public')
  @Refuses(410, 429)
  @ApiOkResponse({ standardSchema: OneTimeLink })
  look(@Param('token', { schema: LinkToken }) token: string, @Req() request: FastifyRequest): Promise<OneTimeLink> {
    return this.links.look(token, request.ip);
  }

  @Post(':token')
  @HttpCode(200)
  @Permit('public')
  @Refuses(410, 429)
  @ApiOkResponse({ standardSchema: Me })
  async redeem(
    @Param('token', { schema: LinkToken }) token: string,
    @Body({ schema: RedeemLinkRequest }) body: RedeemLinkRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const secret = await this.links.redeem(token, body, browserOf(request));
    setSessionCookie(reply, secret, this.config);
    return this.sessions.meBy(secret, request.ip);
  }
}
