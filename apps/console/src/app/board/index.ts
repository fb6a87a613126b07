export { LiveBoard } from './live-board.js';
export { tileState } from './tile-state.js';
export { scaleOf, totalOf } from './tiles.js';
