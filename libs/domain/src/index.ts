export * from './complaints/complaint-number.js';
export * from './figures/atom-name.js';
export * from './figures/figure.js';
export * from './figures/metric.js';
export * from './statistics/interval.js';
export * from './statistics/moments.js';
export * from './statistics/usual-level.js';
export * from './calendar/local-day.js';
