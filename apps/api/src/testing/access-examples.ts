import { access } from './access-examples/access.js';
import { alarms } from './access-examples/alarms.js';
import { appraisals } from './access-examples/appraisals.js';
import { attachments } from './access-examples/attachments.js';
import { calendars } from './access-examples/calendars.js';
import { calibration } from './access-examples/calibration.js';
import { calls } from './access-examples/calls.js';
import { complaints } from './access-examples/complaints.js';
import { complaintForm } from './access-examples/complaint-form.js';
import { controlCharts } from './access-examples/control-charts.js';
import { contacts } from './access-examples/contacts.js';
import { customers } from './access-examples/customers.js';
import { duties } from './access-examples/duties.js';
import { examMarking } from './access-examples/exam-marking.js';
import { exams } from './access-examples/exams.js';
import { figures } from './access-examples/figures.js';
import { imports } from './access-examples/imports.js';
import { keyAccounts } from './access-examples/key-accounts.js';
import { lists } from './access-examples/lists.js';
import { notifications } from './access-examples/notifications.js';
import { reports } from './access-examples/reports.js';
import { organisation } from './access-examples/organisation.js';
import { setUp } from './access-examples/set-up.js';
import { recoveries } from './access-examples/recoveries.js';
import { surveys } from './access-examples/surveys.js';
import { scorecards } from './access-examples/scorecards.js';
import type { Examples } from './access-matrix/example.js';

/** How each route and live event is asked for the table of who may what. A feature adds its own here. */
export const accessExamples: Examples = {
  ...access,
  ...alarms,
  ...appraisals,
  ...organisation,
  ...contacts,
  ...controlCharts,
  ...attachments,
  ...complaintForm,
  ...complaints,
  ...calendars,
  ...calibration,
  ...calls,
  ...customers,
  ...exams,
  ...examMarking,
  ...duties,
  ...figures,
  ...imports,
  ...keyAccounts,
  ...lists,
  ...notifications,
  ...reports,
  ...setUp,
  ...recoveries,
  ...scorecards,
  ...surveys,
};
