/** What other features of the console may use of this one. */
export { standingOf as standingOfExam } from './mine/exam-state.js';
export { GiveUpForm } from './mine/give-up-form.js';
