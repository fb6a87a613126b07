import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Health } from '@forecall/contracts';
import { Permit } from './access/permit.js';
import { Database } from './database/database.js';

@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get()
  @Permit('public')
  @ApiOkResponse({ standardSchema: Health })
  async health(): Promise<Health> {
    await this.database.rows('SELECT 1');
    return { status: 'ok' };
  }
}
