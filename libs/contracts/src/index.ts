export * from './problem.js';
export * from './session.js';
