/** What other features of the console may use of this one. */
export { HolidaysForm } from './holidays-form.js';
export { WeekForm } from './week-form.js';
export { CalendarsClient } from './calendars-client.js';
export { dayKeys, officeWeek, type WeekEntry, weekEntryOf, weekOf } from './week-entry.js';
export { validateWeek, WeekFields } from './week-fields.js';
