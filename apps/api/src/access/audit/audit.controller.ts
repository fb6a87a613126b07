import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AuditPage, AuditQuery } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { Database } from '../../platform/database/database.js';
import { auditPage } from './audit.query.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly database: Database) {}

  @Get()
  @Permit('audit.read')
  @ApiOkResponse({ standardSchema: AuditPage })
  async page(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    const found = await auditPage(this.database, { ...query, limit: query.limit + 1 });
    const entries = found.slice(0, query.limit);
    return { entries, next: found.length > entries.length ? (entries.at(-1)?.n ?? null) : null };
  }
}
