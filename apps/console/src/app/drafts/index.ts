/** What is worked on as a draft and published, version after version; the routes of its users load the texts `drafts`. */
export { DocumentActs } from './document-acts.js';
export { injectDocumentList } from './document-list.js';
export { DraftFile, type DraftStore } from './draft-file.js';
export { injectRemovals } from './removals.js';
export { DraftHead } from './draft-head.js';
