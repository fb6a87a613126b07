/** What other features of the console may use of this one. */
export { BackDated } from './dated/back-dated.js';
export { EndForm } from './dated/end-form.js';
export { injectPeriodText, phaseOf } from './dated/period-text.js';
export { injectUnitName } from './dated/unit-name.js';
export { StaffPicker, type PickedStaff } from './pick/staff-picker.js';
export { TeamSelect } from './pick/team-select.js';
export { unitNames, type UnitNames } from './staff/unit-names.js';
export { SettingsForm } from './settings/settings-form.js';
export { Undoable } from './undoable.js';
