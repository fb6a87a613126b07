export { openReceipts, type ReceiptsOf } from './receipts.js';
