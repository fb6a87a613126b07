/** What other features of the console may use of this one. */
export { ExamPapersClient } from './exam-papers-client.js';
export { ExamsTabs } from './exams-tabs.js';
export { injectSaid } from '../platform/i18n/said.js';
