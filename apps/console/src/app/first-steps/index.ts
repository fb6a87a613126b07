/** What other features of the console may use of this one. */
export { FirstSteps } from './first-steps.js';
export { FirstStepsCard } from './first-steps-card.js';
export { FirstStepsSwitch } from './first-steps-switch.js';
