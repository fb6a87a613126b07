/** What other features of the console may use of this one. */
export { DialsCard } from './card/dials-card.js';
