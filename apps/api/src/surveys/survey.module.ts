import { Module } from '@nestjs/common';
import { SurveyFormController } from './forms/survey-form.controller.js';
import { SurveyFormService } from './forms/survey-form.service.js';

/** What customers are asked, when, and how they answer. */
@Module({ controllers: [SurveyFormController], providers: [SurveyFormService] })
export class SurveyModule {}
