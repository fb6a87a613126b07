import { Injectable } from '@nestjs/common';
import type { ComplaintCountQuery, ComplaintExportQuery, ListCount } from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { ExportService } from '../../exports/export.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { inTime } from '../../platform/database/in-time.js';
import { countWithCosts } from '../../platform/http/counted.js';
import { pageAfter } from '../../platform/http/page-cursor.js';
import { sightOf } from '../complaint-sight.service.js';
import { complaintTable } from './complaint-export.js';
import { countComplaints } from './complaint-list.query.js';

/** What the list of complaints shows and does besides its pages. */
@Injectable()
export class ComplaintListService {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportService,
  ) {}

  async count(viewer: Viewer, { before, ...filters }: ComplaintCountQuery): Promise<ListCount> {
    const sight = await sightOf(this.database, viewer);
    const head = pageAfter(before, 'before');
    return inTime(this.database, async (sql) =>
      head
        ? { ...(await countComplaints(sql, filters, sight, head)), without: [] }
        : countWithCosts(filters, { state: 'all' }, (some) => countComplaints(sql, some, sight)),
    );
  }

  async export(
    viewer: Viewer,
    { format, locale, ...filters }: ComplaintExportQuery,
    reply: FastifyReply,
  ): Promise<void> {
    const table = complaintTable(filters, await sightOf(this.database, viewer));
    await this.exports.send(viewer, { format, locale }, table, reply);
  }
}
