export { LiveBoard } from './live-board.js';
export { tileState } from './tile-state.js';
export { totalOf } from './tiles.js';
