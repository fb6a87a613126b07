/** What other features of the console may use of this one. */
export {
  emptyPromise,
  faultsInPromise,
  type PromiseDraft,
  type PromiseFaults,
  type PromiseField,
  promiseFieldAt,
  promiseFrom,
  toldPromise,
} from './line/promise-draft.js';
export { injectPromiseFaultTexts } from './line/fault-texts.js';
export { PromiseLine } from './line/promise-line.js';
export { openPromises } from './open/open-promises.js';
export { PromisesCard } from './open/promises-card.js';
export { isOpenStanding, standingOf } from './standing.js';
