/** Of departments and teams. */
export { injectNameOf as injectUnitName } from '../../platform/i18n/name-of.js';
