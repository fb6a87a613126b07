/** What other features use of funnels. */
export { FunnelsClient } from './funnels-client.js';
export { keyed, type KeyedUnit } from './funnel-rows.js';
export { type FunnelWords, injectFunnelWords } from './funnel-words.js';
export { injectFunnelMarks } from './funnel-marks.js';
