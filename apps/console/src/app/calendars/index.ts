/** What other features of the console may use of this one. */
export { HolidaysForm } from './holidays-form.js';
export { WeekForm } from './week-form.js';
