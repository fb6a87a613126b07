import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangePaper,
  MakePaper,
  PaperDetail,
  PaperPage,
  PaperQuery,
  PaperVersion,
  PublishDraft,
  ReadyMadePapers,
  RecordId,
  SaveDraft,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { readyMadePapers } from '../ready-made.js';
import { PaperService } from './paper.service.js';

@ApiTags('exams')
@Controller('exam-papers')
export class PaperController {
  constructor(private readonly papers: PaperService) {}

  @Get()
  @Permit('exam-paper.read')
  @ApiOkResponse({ standardSchema: PaperPage })
  page(@Viewing() viewer: Viewer, @Query({ schema: PaperQuery }) query: PaperQuery): Promise<PaperPage> {
    return this.papers.page(viewer, query);
  }

  @Get('ready-made')
  @Permit('exam-paper.read')
  @ApiOkResponse({ standardSchema: ReadyMadePapers })
  ready(): ReadyMadePapers {
    return { papers: [...readyMadePapers()] };
  }

  @Post()
  @Permit('exam-paper.write')
  @Refuses(409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: PaperDetail })
  make(@Viewing() viewer: Viewer, @Body({ schema: MakePaper }) body: MakePaper): Promise<PaperDetail> {
    return this.papers.make(viewer, body);
  }

  @Get(':id')
  @Permit('exam-paper.read')
  @ApiOkResponse({ standardSchema: PaperDetail })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<PaperDetail> {
    return this.papers.one(viewer, id);
  }

  @Patch(':id')
  @Permit('exam-paper.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PaperDetail })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangePaper }) body: ChangePaper,
  ): Promise<PaperDetail> {
    return this.papers.change(viewer, id, body);
  }

  @Get(':id/versions/:versionId')
  @Permit('exam-paper.read')
  @ApiOkResponse({ standardSchema: PaperVersion })
  version(
    @Param('id', { schema: RecordId }) id: string,
    @Param('versionId', { schema: RecordId }) versionId: string,
  ): Promise<PaperVersion> {
    return this.papers.version(id, versionId);
  }

  @Put(':id/draft')
  @Permit('exam-paper.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PaperVersion })
  save(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SaveDraft }) body: SaveDraft,
  ): Promise<PaperVersion> {
    return this.papers.save(viewer, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Permit('exam-paper.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PaperDetail })
  publish(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: PublishDraft }) body: PublishDraft,
  ): Promise<PaperDetail> {
    return this.papers.publish(viewer, id, body);
  }

  @Post(':id/drop-draft')
  @HttpCode(200)
  @Permit('exam-paper.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: PaperDetail })
  drop(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: PublishDraft }) body: PublishDraft,
  ): Promise<PaperDetail> {
    return this.papers.drop(viewer, id, body);
  }
}
