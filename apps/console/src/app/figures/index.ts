export { FiguresClient } from './figures-client.js';
export { openReceipts, type ReceiptsOf } from './receipts.js';
