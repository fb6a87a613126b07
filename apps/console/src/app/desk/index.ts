/** What other features of the console may use of this one. */
export { CustomerCard } from './customer/customer-card.js';
export { CustomerFinder } from './customer/customer-finder.js';
export { SameCustomers } from './customer/same/same-customers.js';
export type { Customer } from './customer/customer.js';
export { ReasonPicker } from './entry/reason-picker.js';
