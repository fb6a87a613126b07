import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  OpenedPhoneLine,
  OpenPhoneLine,
  PhoneLineEntry,
  PhoneLineQuery,
  PhoneLines,
  RecordId,
} from '@forecall/contracts';
import type { FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { baseOf } from '../../platform/http/base-address.js';
import { PhoneLineService } from './phone-line.service.js';

@ApiTags('calls')
@Controller('phone-lines')
export class PhoneLineController {
  constructor(private readonly lines: PhoneLineService) {}

  @Get()
  @Permit('phone-lines.manage')
  @ApiOkResponse({ standardSchema: PhoneLines })
  list(@Query({ schema: PhoneLineQuery }) query: PhoneLineQuery): Promise<PhoneLines> {
    return this.lines.list(query);
  }

  /** The answer holds a secret, so it is not kept for a retry. */
  @Post()
  @Permit('phone-lines.manage')
  @ApiCreatedResponse({ standardSchema: OpenedPhoneLine })
  open(
    @Viewing() viewer: Viewer,
    @Body({ schema: OpenPhoneLine }) body: OpenPhoneLine,
    @Req() request: FastifyRequest,
  ): Promise<OpenedPhoneLine> {
    return this.lines.open(viewer, body, baseOf(request));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Permit('phone-lines.manage')
  @ApiOkResponse({ standardSchema: PhoneLineEntry })
  revoke(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<PhoneLineEntry> {
    return this.lines.revoke(viewer, id);
  }
}
