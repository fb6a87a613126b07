export * from './health.js';
export * from './problem.js';
export * from './session.js';
export * from './figure.js';
export * from './organisation.js';
export * from './reason.js';
export * from './staff.js';
