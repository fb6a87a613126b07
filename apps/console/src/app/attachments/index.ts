/** What other features of the console may use of this one. */
export { Attachments } from './attachments.js';
