import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MadeToken, MakeToken, RecordId, TokenEntry, TokenPage, TokenQuery } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { TokensService } from './tokens.service.js';

@ApiTags('tokens')
@Controller('tokens')
export class TokenController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Permit('tokens.manage')
  @ApiOkResponse({ standardSchema: TokenPage })
  page(@Query({ schema: TokenQuery }) query: TokenQuery): Promise<TokenPage> {
    return this.tokens.page(query);
  }

  @Post()
  @Permit('tokens.manage')
  @Refuses(404)
  @ApiCreatedResponse({ standardSchema: MadeToken })
  make(@Viewing() viewer: Viewer, @Body({ schema: MakeToken }) body: MakeToken): Promise<MadeToken> {
    return this.tokens.make(viewer, body);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Permit('tokens.manage')
  @ApiOkResponse({ standardSchema: TokenEntry })
  revoke(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<TokenEntry> {
    return this.tokens.revoke(viewer, id);
  }
}
