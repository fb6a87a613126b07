/** What other features of the console may use of this one. */
export { ComplainantCard } from './complainant-card.js';
