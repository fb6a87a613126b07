import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  BadRowQuery,
  BadRows,
  DetectedImport,
  DetectionQuery,
  ImportBatch,
  ImportBy,
  ImportFileQuery,
  ImportList,
  ImportListQuery,
  ImportPreview,
  RecordId,
  WorkedOn,
} from '@forecall/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import type { UploadRoute } from '../platform/http/uploads.js';
import { BadRowsFile } from './batch/bad-rows-file.service.js';
import { ImportService } from './import.service.js';

const Id = () => Param('id', { schema: RecordId });

@ApiTags('imports')
@Controller('imports')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly badRowsFile: BadRowsFile,
  ) {}

  @Get()
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportList })
  list(@Query({ schema: ImportListQuery }) query: ImportListQuery): Promise<ImportList> {
    return this.imports.list(query);
  }

  @Get(':id')
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportBatch })
  one(@Id() id: string): Promise<ImportBatch> {
    return this.imports.one(id);
  }

  /** The body is the file itself. The id is of your making: sent again, it is the same import. */
  @Put(':id')
  @Permit('import.manage')
  @RouteConfig({ takes: 'file' } satisfies UploadRoute)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: ImportBatch })
  @Refuses(409, 413)
  receive(
    @Viewing() viewer: Viewer,
    @Id() id: string,
    @Query({ schema: ImportFileQuery }) { name }: ImportFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportBatch> {
    return this.imports.receive(viewer, id, name, request.raw);
  }

  /** How the file is written, and which presets know its columns. */
  @Get(':id/detection')
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: DetectedImport })
  @Refuses(409, 422, 503)
  detect(@Id() id: string, @Query({ schema: DetectionQuery }) query: DetectionQuery): Promise<DetectedImport> {
    return this.imports.detect(id, query);
  }

  /** The first fifty rows as a preset reads them. */
  @Post(':id/preview')
  @HttpCode(200)
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportPreview })
  @Refuses(409, 422, 503)
  preview(@Id() id: string, @Body({ schema: ImportBy }) by: ImportBy): Promise<ImportPreview> {
    return this.imports.preview(id, by);
  }

  /** Checks the whole file. Nothing of it is seen before it is confirmed. */
  @Post(':id/check')
  @HttpCode(200)
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportBatch })
  @Refuses(409)
  check(@Id() id: string, @Body({ schema: ImportBy }) by: ImportBy): Promise<ImportBatch> {
    return this.imports.check(id, by);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportBatch })
  @Refuses(409)
  confirm(@Id() id: string): Promise<ImportBatch> {
    return this.imports.confirm(id);
  }

  /** What was written is taken out again. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportBatch })
  @Refuses(409)
  cancel(@Id() id: string): Promise<ImportBatch> {
    return this.imports.cancel(id);
  }

  /** Refused as long as people have worked on its rows. */
  @Post(':id/undo')
  @HttpCode(200)
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportBatch })
  @Refuses(409)
  undo(@Id() id: string): Promise<ImportBatch> {
    return this.imports.undo(id);
  }

  @Get(':id/worked-on')
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: WorkedOn })
  workedOn(@Id() id: string): Promise<WorkedOn> {
    return this.imports.workedOn(id);
  }

  @Get(':id/bad-rows')
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: BadRows })
  badRows(@Id() id: string, @Query({ schema: BadRowQuery }) query: BadRowQuery): Promise<BadRows> {
    return this.imports.badRows(id, query);
  }

  /** The refused rows as a file of the same columns, with what is wrong, to be mended and sent again. */
  @Get(':id/bad-rows.csv')
  @Permit('import.manage')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  badRowsCsv(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.badRowsFile.send(id, reply);
  }
}
