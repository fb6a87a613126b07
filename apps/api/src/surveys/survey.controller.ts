import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PersonSurveys, RecordId, SetPersonSurveys, SetSurveyRules, SurveyRules } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { SurveyStopService } from './asks/survey-stop.service.js';
import { SurveyRulesService } from './rules/survey-rules.service.js';

@ApiTags('surveys')
@Controller()
export class SurveyController {
  constructor(
    private readonly surveyRules: SurveyRulesService,
    private readonly stops: SurveyStopService,
  ) {}

  @Get('survey-rules')
  @Permit('survey-rules.read')
  @ApiOkResponse({ standardSchema: SurveyRules })
  rules(): Promise<SurveyRules> {
    return this.surveyRules.rules();
  }

  @Put('survey-rules')
  @Permit('survey-rules.set')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: SurveyRules })
  set(@Viewing() viewer: Viewer, @Body({ schema: SetSurveyRules }) body: SetSurveyRules): Promise<SurveyRules> {
    return this.surveyRules.set(viewer, body);
  }

  @Get('people/:id/surveys')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: PersonSurveys })
  ofPerson(@Param('id', { schema: RecordId }) id: string): Promise<PersonSurveys> {
    return this.stops.ofPerson(id);
  }

  @Put('people/:id/surveys')
  @Permit('account.know')
  @ApiOkResponse({ standardSchema: PersonSurveys })
  setPerson(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: SetPersonSurveys }) body: SetPersonSurveys,
  ): Promise<PersonSurveys> {
    return this.stops.setByHand(viewer, id, body);
  }
}
