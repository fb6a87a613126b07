import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ContactSurveys,
  EnterSurvey,
  PersonSurveys,
  RecordId,
  SetPersonSurveys,
  SetSurveyCadence,
  SetSurveyRules,
  SurveyCadence,
  SurveyEntered,
  SurveyRules,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { AgentEntryService } from './sending/agent-entry.service.js';
import { SurveyStopService } from './sending/survey-stop.service.js';
import { SurveyCadenceService } from './rules/survey-cadence.service.js';
import { SurveyRulesService } from './rules/survey-rules.service.js';

@ApiTags('surveys')
@Controller()
export class SurveyController {
  constructor(
    private readonly surveyRules: SurveyRulesService,
    private readonly cadences: SurveyCadenceService,
    private readonly stops: SurveyStopService,
    private readonly entries: AgentEntryService,
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

  @Get('survey-cadence')
  @Permit('survey-rules.read')
  @ApiOkResponse({ standardSchema: SurveyCadence })
  cadence(): Promise<SurveyCadence> {
    return this.cadences.cadence();
  }

  @Put('survey-cadence')
  @Permit('survey-rules.set')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: SurveyCadence })
  setCadence(
    @Viewing() viewer: Viewer,
    @Body({ schema: SetSurveyCadence }) body: SetSurveyCadence,
  ): Promise<SurveyCadence> {
    return this.cadences.set(viewer, body);
  }

  @Post('contacts/:id/surveys')
  @Permit('answer.record')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: SurveyEntered })
  enter(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) contactId: string,
    @Body({ schema: EnterSurvey }) body: EnterSurvey,
  ): Promise<SurveyEntered> {
    return this.entries.enter(viewer, contactId, body);
  }

  @Get('contacts/:id/surveys')
  @Permit('answer.record')
  @ApiOkResponse({ standardSchema: ContactSurveys })
  ofContact(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) contactId: string): Promise<ContactSurveys> {
    return this.entries.ofContact(viewer, contactId);
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
