import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CampaignAct,
  CampaignDetail,
  CampaignPage,
  CampaignQuery,
  ChangeCampaign,
  Coverage,
  ExcuseCandidate,
  ExtendCandidate,
  MakeCampaign,
  RecordId,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { CampaignService } from './campaign.service.js';
import { CandidateService } from './candidate.service.js';
import { CoverageService } from './coverage.service.js';

@ApiTags('exams')
@Controller('campaigns')
export class CampaignController {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly candidates: CandidateService,
    private readonly coverages: CoverageService,
  ) {}

  @Get()
  @Permit('exam.read')
  @ApiOkResponse({ standardSchema: CampaignPage })
  page(@Viewing() viewer: Viewer, @Query({ schema: CampaignQuery }) query: CampaignQuery): Promise<CampaignPage> {
    return this.campaigns.page(viewer, query);
  }

  @Post()
  @Permit('campaign.lead')
  @Refuses(409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: CampaignDetail })
  make(@Viewing() viewer: Viewer, @Body({ schema: MakeCampaign }) body: MakeCampaign): Promise<CampaignDetail> {
    return this.campaigns.make(viewer, body);
  }

  @Get(':id')
  @Permit('exam.read')
  @ApiOkResponse({ standardSchema: CampaignDetail })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<CampaignDetail> {
    return this.campaigns.one(viewer, id);
  }

  @Put(':id')
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CampaignDetail })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeCampaign }) body: ChangeCampaign,
  ): Promise<CampaignDetail> {
    return this.campaigns.change(viewer, id, body);
  }

  @Post(':id/begin')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CampaignDetail })
  begin(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CampaignAct }) { revision }: CampaignAct,
  ): Promise<CampaignDetail> {
    return this.campaigns.begin(viewer, id, revision);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: CampaignDetail })
  close(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CampaignAct }) { revision }: CampaignAct,
  ): Promise<CampaignDetail> {
    return this.campaigns.close(viewer, id, revision);
  }

  @Get(':id/coverage')
  @Permit('exam.read')
  @ApiOkResponse({ standardSchema: Coverage })
  coverage(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Coverage> {
    return this.coverages.of(viewer, id);
  }

  @Post(':id/candidates/:candidateId/excuse')
  @HttpCode(204)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiNoContentResponse()
  excuse(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('candidateId', { schema: RecordId }) candidateId: string,
    @Body({ schema: ExcuseCandidate }) body: ExcuseCandidate,
  ): Promise<void> {
    return this.candidates.excuse(viewer, id, candidateId, body);
  }

  @Post(':id/candidates/:candidateId/extend')
  @HttpCode(204)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiNoContentResponse()
  extend(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('candidateId', { schema: RecordId }) candidateId: string,
    @Body({ schema: ExtendCandidate }) body: ExtendCandidate,
  ): Promise<void> {
    return this.candidates.extend(viewer, id, candidateId, body);
  }

  @Post(':id/candidates/:candidateId/put-back')
  @HttpCode(204)
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiNoContentResponse()
  putBack(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('candidateId', { schema: RecordId }) candidateId: string,
  ): Promise<void> {
    return this.candidates.putBack(viewer, id, candidateId);
  }
}
