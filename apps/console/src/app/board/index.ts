export { LiveBoard } from './live-board.js';
export { tileStanding, tileState } from './tile-state.js';
export { caughtOf, scaleOf, totalOf } from './tiles.js';
