/** What other features of the console may use of this one; their routes load the texts `survey-entry`. */
export { AnswersList } from './answers/answers-list.js';
export { ReplyLines } from './answers/reply-lines.js';
export { PersonSurveysLine } from './answers/person-surveys.js';
export { AskState } from './entry/ask-state.js';
export { AgentEntry } from './entry/agent-entry.js';
export { ContactLink } from './entry/contact-link.js';
export { SurveysClient } from './surveys-client.js';
