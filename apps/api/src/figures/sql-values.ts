export { SqlValues } from '../platform/database/sql-values.js';
