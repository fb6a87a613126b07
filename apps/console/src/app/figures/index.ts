export { FiguresClient } from './figures-client.js';
export { type FrozenFigure, openReceipts, type ReceiptsOf } from './receipts.js';
export { type FigureAsked } from './figures-client.js';
export { KeptFigures } from './kept-figures.js';
export { FigureTexts, type WrittenAs } from './figure-texts.js';
export { FigureCell } from './figure-cell.js';
