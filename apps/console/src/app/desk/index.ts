/** What other features of the console may use of this one. */
export { CustomerCard } from './customer-card.js';
export { CustomerFinder } from './customer-finder.js';
export type { Customer } from './customer.js';
export { ReasonPicker } from './reason-picker.js';
