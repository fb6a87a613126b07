import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangeSurveyForm,
  MakeSurveyForm,
  OfSurveyDraft,
  ReadyMadeSurveys,
  RecordId,
  SaveSurveyDraft,
  SurveyFormDetail,
  SurveyFormPage,
  SurveyFormQuery,
  SurveyFormVersion,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { readyMadeForms } from './ready-made.js';
import { SurveyFormService } from './survey-form.service.js';

@ApiTags('surveys')
@Controller('survey-forms')
export class SurveyFormController {
  constructor(private readonly forms: SurveyFormService) {}

  @Get()
  @Permit('survey-form.read')
  @ApiOkResponse({ standardSchema: SurveyFormPage })
  page(@Query({ schema: SurveyFormQuery }) query: SurveyFormQuery): Promise<SurveyFormPage> {
    return this.forms.page(query);
  }

  @Get('ready-made')
  @Permit('survey-form.read')
  @ApiOkResponse({ standardSchema: ReadyMadeSurveys })
  ready(): ReadyMadeSurveys {
    return { forms: [...readyMadeForms] };
  }

  @Post()
  @Permit('survey-form.write')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: SurveyFormDetail })
  make(@Viewing() viewer: Viewer, @Body({ schema: MakeSurveyForm }) body: MakeSurveyForm): Promise<SurveyFormDetail> {
    return this.forms.make(viewer, body);
  }

  @Get(':id')
  @Permit('survey-form.read')
  @ApiOkResponse({ standardSchema: SurveyFormDetail })
  one(@Param('id', { schema: RecordId }) id: string): Promise<SurveyFormDetail> {
    return this.forms.one(id);
  }

  @Patch(':id')
  @Permit('survey-form.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: SurveyFormDetail })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeSurveyForm }) body: ChangeSurveyForm,
  ): Promise<SurveyFormDetail> {
    return this.forms.change(viewer, id, body);
  }

  @Get(':id/versions/:versionId')
  @Permit('survey-form.read')
  @ApiOkResponse({ standardSchema: SurveyFormVersion })
  version(
    @Param('id', { schema: RecordId }) id: string,
    @Param('versionId', { schema: RecordId }) versionId: string,
  ): Promise<SurveyFormVersion> {
    return this.forms.version(id, versionId);
  }

  @Put(':id/draft')
  @Permit('survey-form.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: SurveyFormVersion })
  save(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SaveSurveyDraft }) body: SaveSurveyDraft,
  ): Promise<SurveyFormVersion> {
    return this.forms.save(viewer, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Permit('survey-form.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: SurveyFormDetail })
  publish(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: OfSurveyDraft }) body: OfSurveyDraft,
  ): Promise<SurveyFormDetail> {
    return this.forms.publish(viewer, id, body);
  }

  @Post(':id/drop-draft')
  @HttpCode(200)
  @Permit('survey-form.write')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: SurveyFormDetail })
  drop(
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: OfSurveyDraft }) body: OfSurveyDraft,
  ): Promise<SurveyFormDetail> {
    return this.forms.drop(id, body);
  }
}
