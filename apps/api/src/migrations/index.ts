import { Organisation0001 } from './0001-organisation.js';
import { Access0002 } from './0002-access.js';
import { Customers0003 } from './0003-customers.js';
import { Contacts0004 } from './0004-contacts.js';
import { TalliesAndFeed0005 } from './0005-tallies-and-feed.js';
import { ImportUndo0006 } from './0006-import-undo.js';
import { Callers0007 } from './0007-callers.js';
import { Lists0012 } from './0012-lists.js';
import { Duties0009 } from './0009-duties.js';
import { CalendarsAndClocks0008 } from './0008-calendars-and-clocks.js';
import { ComplaintCourse0010 } from './0010-complaint-course.js';
import { Attachments0011 } from './0011-attachments.js';
import { DutySetting0013 } from './0013-duty-setting.js';
import { Retention0014 } from './0014-retention.js';
import { ComplaintFigures0015 } from './0015-complaint-figures.js';
import { ClockPauses0016 } from './0016-clock-pauses.js';
import { SeldomRows0017 } from './0017-seldom-rows.js';
import { ComplaintNumberYear0018 } from './0018-complaint-number-year.js';
import { Importing0019 } from './0019-importing.js';
import { Reports0020 } from './0020-reports.js';
import { SetUp0021 } from './0021-set-up.js';
import { AttributeNames0022 } from './0022-attribute-names.js';
import { KeyAccounts0023 } from './0023-key-accounts.js';
import { ProactiveCalls0024 } from './0024-proactive-calls.js';
import { CareReadSooner0025 } from './0025-care-read-sooner.js';
import { CallersPlan0026 } from './0026-callers-plan.js';
import { Exams0027 } from './0027-exams.js';
import { BrokenPromises0028 } from './0028-broken-promises.js';
import { TrainingAndCallRules0029 } from './0029-training-and-call-rules.js';
import { PlanInSight0030 } from './0030-plan-in-sight.js';
import { RightToUndo0031 } from './0031-right-to-undo.js';
import { PromisesWhenDue0032 } from './0032-promises-when-due.js';
import { WrittenLetters0033 } from './0033-written-letters.js';
import { ExamPlaces0034 } from './0034-exam-places.js';
import { GoldSessions0035 } from './0035-gold-sessions.js';
import { CampaignsLive0036 } from './0036-campaigns-live.js';
import { CallsWithoutPlace0037 } from './0037-calls-without-place.js';
import { Alarms0038 } from './0038-alarms.js';
import { ChartBaselines0039 } from './0039-chart-baselines.js';
import { SurveyForms0040 } from './0040-survey-forms.js';
import { SurveyAsks0041 } from './0041-survey-asks.js';
import { SatisfactionFigures0042 } from './0042-satisfaction-figures.js';
import { SurveysFurther0043 } from './0043-surveys-further.js';
import { Indicators0044 } from './0044-indicators.js';
import { Appraisals0045 } from './0045-appraisals.js';
import { UpwardAnswers0046 } from './0046-upward-answers.js';
import { SupervisorConcerned0050 } from './0050-supervisor-concerned.js';
import { IndicatorOfEarlierDays0051 } from './0051-indicator-of-earlier-days.js';

/** In the order they run. A migration that has landed is never edited; the next one changes what it made. */
export const migrations = [
  Organisation0001,
  Access0002,
  Customers0003,
  Contacts0004,
  TalliesAndFeed0005,
  ImportUndo0006,
  Callers0007,
  Lists0012,
  Duties0009,
  CalendarsAndClocks0008,
  ComplaintCourse0010,
  Attachments0011,
  DutySetting0013,
  Retention0014,
  ComplaintFigures0015,
  ClockPauses0016,
  SeldomRows0017,
  ComplaintNumberYear0018,
  Importing0019,
  Reports0020,
  SetUp0021,
  AttributeNames0022,
  KeyAccounts0023,
  ProactiveCalls0024,
  CareReadSooner0025,
  CallersPlan0026,
  Exams0027,
  BrokenPromises0028,
  TrainingAndCallRules0029,
  PlanInSight0030,
  RightToUndo0031,
  PromisesWhenDue0032,
  WrittenLetters0033,
  ExamPlaces0034,
  GoldSessions0035,
  CampaignsLive0036,
  CallsWithoutPlace0037,
  Alarms0038,
  ChartBaselines0039,
  SurveyForms0040,
  SurveyAsks0041,
  SatisfactionFigures0042,
  SurveysFurther0043,
  Indicators0044,
  Appraisals0045,
  UpwardAnswers0046,
  SupervisorConcerned0050,
  IndicatorOfEarlierDays0051,
];
