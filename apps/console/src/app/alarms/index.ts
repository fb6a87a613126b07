/** What says an alarm, on the board, on the wall and on its own page. */
export { AlarmBanner } from './banner/alarm-banner.js';
export { AlarmWords, dimensionKey } from './said/alarm-words.js';
export { askedOf } from './said/receipts-of.js';
export { takesAlarm } from './said/taking.js';
export { alarmsOf } from './said/which-alarm.js';
