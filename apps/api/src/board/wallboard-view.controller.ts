import { Controller, Get, Headers } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { WallboardView } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { wallboardByToken } from '../platform/access/wallboard.query.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem.js';
import { recentArrivals } from './stream.query.js';

/** What a wallboard's page says of itself. Its figures come by socket, under the same token. */
@Controller('wallboard')
export class WallboardViewController {
  constructor(private readonly database: Database) {}

  @Get()
  @Permit('public')
  @ApiHeader({ name: 'x-wallboard', description: "The token of the wallboard's link" })
  @ApiOkResponse({ standardSchema: WallboardView })
  async view(@Headers('x-wallboard') token: string | undefined): Promise<WallboardView> {
    const link = token ? await wallboardByToken(this.database, token) : undefined;
    const organisation = await this.database.first<{ name: string; zone: string }>(
      'SELECT name, zone FROM organisation',
    );
    if (!link || !organisation) throw notFound('wallboard');
    const arrivals = await recentArrivals(this.database, link.departmentId);
    return {
      name: link.name,
      locale: link.locale,
      organisation: organisation.name,
      zone: organisation.zone,
      arrivals: arrivals.map(({ scope, n, ended_at }) => ({ scope, n, endedAt: ended_at.toISOString() })),
    };
  }
}
