import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import {
  AttributesInUse,
  FigureQuestion,
  FigureReply,
  MetricName,
  ReceiptQuestion,
  ReceiptReply,
} from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { Permit } from '../platform/access/permit.js';
import { reachOf, Viewing, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { attachment } from '../platform/http/attachment.js';
import { attributesInUse } from './attributes.query.js';
import { FiguresService } from './figures.service.js';
import { ReceiptsService } from './receipts.service.js';

@Controller('figures')
export class FiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly receipts: ReceiptsService,
    private readonly database: Database,
  ) {}

  @Get('attributes')
  @Permit('figure.read')
  @ApiOkResponse({ standardSchema: AttributesInUse })
  attributes(@Viewing() viewer: Viewer): Promise<AttributesInUse> {
    return attributesInUse(this.database, reachOf(viewer));
  }

  @Get(':metric')
  @Permit('figure.read')
  @ApiOkResponse({ standardSchema: FigureReply })
  figure(
    @Viewing() viewer: Viewer,
    @Param('metric', { schema: MetricName }) metric: MetricId,
    @Query({ schema: FigureQuestion }) question: FigureQuestion,
  ): Promise<FigureReply> {
    return this.figures.figure(viewer, metric, question);
  }

  @Get(':metric/receipt')
  @Permit('figure.read')
  @ApiOkResponse({ standardSchema: ReceiptReply })
  receipt(
    @Viewing() viewer: Viewer,
    @Param('metric', { schema: MetricName }) metric: MetricId,
    @Query({ schema: ReceiptQuestion }) question: ReceiptQuestion,
  ): Promise<ReceiptReply> {
    return this.receipts.receipt(viewer, metric, question);
  }

  @Get(':metric/receipt.csv')
  @Permit('figure.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @Viewing() viewer: Viewer,
    @Param('metric', { schema: MetricName }) metric: MetricId,
    @Query({ schema: ReceiptQuestion }) question: ReceiptQuestion,
  ): Promise<StreamableFile> {
    const pages = this.receipts.csv(viewer, metric, question);
    // A refusal must come before the file has begun.
    const [name, first] = await Promise.all([this.receipts.fileName(viewer, metric, question), pages.next()]);
    const file = Readable.from(startingWith(first.value ?? '', pages));
    return new StreamableFile(file, { type: 'text/csv; charset=utf-8', disposition: attachment(name) });
  }
}

async function* startingWith(first: string, rest: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  yield first;
  yield* rest;
}
