/** What the board and the wallboard use of alarms. */
export { AlarmBanner } from './banner/alarm-banner.js';
export { AlarmWords } from './said/alarm-words.js';
export { alarmsOf } from './said/which-alarm.js';
