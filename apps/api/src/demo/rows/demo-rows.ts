import { Draw } from '../chance/draw.js';
import { makeCompany } from '../company/make-company.js';
import { Attributions } from '../traffic/attribution.js';
import { makeYear } from '../traffic/make-year.js';
import { Roster } from '../traffic/roster.js';
import { answerRow } from './answer-rows.js';
import { CallRows } from './call-rows.js';
import { calendarRows } from './calendar-rows.js';
import { clockRuleRows } from './clock-rows.js';
import { companyRows } from './company-rows.js';
import { ComplaintRows } from './complaint-rows.js';
import { contactRow } from './contact-rows.js';
import { dutyRows } from './duty-rows.js';
import { examRows } from './exam-rows.js';
import { indicatorRows } from './indicator-rows.js';
import { PromiseRows } from './promise-rows.js';
import { RelationshipRows } from './relationship-rows.js';
import type { Row, TableRows } from './row.js';
import { surveyForms } from './survey-form-rows.js';
import { SurveyRows } from './survey-rows.js';
import { trainingRows } from './training-rows.js';

/** The seed of the demo company that everybody gets. */
export const demoSeed = 20_260;

/**
 * Every row of the demo, table after table as they refer to each other: the same for the same seed, moment and hash.
 * `argon2id` is the hash of everybody's password.
 */
export function demoRows(seed: number, nowMs: number, argon2id: string): TableRows[] {
  const draw = new Draw(seed);
  const company = makeCompany(draw.stream('company'), nowMs);
  const year = makeYear(company, draw.stream('year'), nowMs);
  const attributions = new Attributions(company);
  const notes = draw.stream('notes');
  const answers = draw.stream('answers');
  const complaints = new ComplaintRows(
    draw.stream('complaints'),
    new Roster(company.reps),
    nowMs,
    draw.stream('clocks'),
  );
  const calls = new CallRows(draw.stream('calls'), nowMs);
  const promises = new PromiseRows(draw.stream('promises'), nowMs);
  const forms = surveyForms(draw.stream('survey-forms'), company.foundedMs);
  const surveys = new SurveyRows(draw.stream('surveys'), forms, company, nowMs);
  const relationships = new RelationshipRows(draw.stream('relationships'), forms, attributions, nowMs);
  const calendar = draw.stream('calendar');
  const contactRows: Row[] = [];
  const answerRows: Row[] = [];
  for (const contact of year) {
    const attribution = attributions.of(contact);
    contactRows.push(contactRow(notes, contact, attribution, nowMs));
    complaints.add(contact);
    calls.add(contact, attribution);
    promises.add(contact, attribution);
    const answer = answerRow(answers, contact, attribution, nowMs);
    const askId = surveys.add(contact, attribution, answer);
    if (answer) answerRows.push({ ...answer.row, ask_id: askId });
  }
  relationships.addAll(company);
  return [
    ...companyRows(company, draw.stream('rows'), argon2id),
    ...calendarRows(company, calendar, nowMs),
    { table: 'clock_rule', rows: clockRuleRows(() => calendar.id(company.foundedMs)) },
    { table: 'indicator', rows: indicatorRows(company, draw.stream('indicators'), nowMs) },
    { table: 'contact', rows: contactRows },
    { table: 'complaint', rows: complaints.complaints },
    { table: 'complaint_step', rows: complaints.steps },
    { table: 'clock', rows: complaints.clocks },
    { table: 'complaint_note', rows: complaints.notes },
    { table: 'handover', rows: complaints.handovers },
    { table: 'cause', rows: complaints.causes },
    { table: 'corrective_action', rows: complaints.actions },
    ...forms.tables,
    { table: 'survey_ask', rows: [...surveys.asks, ...relationships.asks] },
    { table: 'survey_reply', rows: [...surveys.replies, ...relationships.replies] },
    { table: 'answer', rows: [...answerRows, ...relationships.answers] },
    { table: 'duty', rows: surveys.duties },
    { table: 'recovery', rows: surveys.recoveries },
    { table: 'planned_call', rows: calls.calls },
    { table: 'call_attempt', rows: calls.attempts },
    { table: 'promise', rows: promises.promises },
    { table: 'promise_step', rows: promises.steps },
    { table: 'duty', rows: promises.duties },
    ...trainingRows(company, draw.stream('trainings'), nowMs),
    ...examRows(company, draw.stream('exams'), nowMs),
    { table: 'duty', rows: dutyRows(company, draw.stream('duties'), nowMs) },
  ];
}
