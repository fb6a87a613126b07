export * from './health.js';
export * from './problem.js';
export * from './session.js';
