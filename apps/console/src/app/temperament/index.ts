/** What other features of the console may use of this one; all of it needs the texts `temperament`. */
export { CallerTemperament } from './caller-temperament.js';
export { ObserveForm } from './observe-form.js';
export { TemperamentAdvice } from './temperament-advice.js';
export { TemperamentClient } from './temperament-client.js';
export { TemperamentHistoryList } from './temperament-history-list.js';
