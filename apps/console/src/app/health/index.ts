/** What other features of the console may use of this one; all of it needs the texts `health`. */
export { injectEvidenceWords } from './evidence-words.js';
export { HealthSignals } from './health-signals.js';
export { healthSum, takenPoints } from './health-sum.js';
