import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangeReport,
  mostReportRows,
  RecordId,
  ReportExportQuery,
  ReportList,
  ReportListQuery,
  ReportQuestion,
  ReportTable,
  SavedReport,
  SaveReport,
  WithdrawQuery,
} from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { SendsFile } from '../platform/http/sends-file.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { ReportExportService } from './report-export.service.js';
import { ReportService } from './report.service.js';
import { ReportTableService } from './table/report-table.service.js';

@ApiTags('reports')
@Controller('reports')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly tables: ReportTableService,
    private readonly files: ReportExportService,
  ) {}

  @Get()
  @Permit('report.read')
  @ApiOkResponse({ standardSchema: ReportList })
  list(@Viewing() viewer: Viewer, @Query({ schema: ReportListQuery }) query: ReportListQuery): Promise<ReportList> {
    return this.reports.list(viewer, query);
  }

  @Post()
  @Permit('report.keep')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: SavedReport })
  save(@Viewing() viewer: Viewer, @Body({ schema: SaveReport }) body: SaveReport): Promise<SavedReport> {
    return this.reports.save(viewer, body);
  }

  @Get('table')
  @Permit('report.read')
  @ApiOkResponse({ standardSchema: ReportTable })
  table(@Viewing() viewer: Viewer, @Query({ schema: ReportQuestion }) question: ReportQuestion): Promise<ReportTable> {
    return this.tables.table(viewer, question, mostReportRows);
  }

  @Get('export')
  @Permit('report.read')
  @SendsFile()
  @Refuses(409)
  export(
    @Viewing() viewer: Viewer,
    @Query({ schema: ReportExportQuery }) query: ReportExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.files.export(viewer, query, reply);
  }

  @Get(':id')
  @Permit('report.read')
  @ApiOkResponse({ standardSchema: SavedReport })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<SavedReport> {
    return this.reports.one(viewer, id);
  }

  @Patch(':id')
  @Permit('report.keep')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: SavedReport })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeReport }) body: ChangeReport,
  ): Promise<SavedReport> {
    return this.reports.change(viewer, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('report.keep')
  @Refuses(409)
  @ApiNoContentResponse()
  delete(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: WithdrawQuery }) { revision }: WithdrawQuery,
  ): Promise<void> {
    return this.reports.delete(viewer, id, revision);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Permit('report.keep')
  @Repeatable()
  @ApiOkResponse({ standardSchema: SavedReport })
  restore(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<SavedReport> {
    return this.reports.restore(viewer, id);
  }
}
