/** What other features of the console may use of this one. */
export { chartLink } from './asked.js';
