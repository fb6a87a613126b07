import type { RoleGrant } from '@forecall/contracts';
import type { UnitNames } from '../organisation/index.js';
import { injectTexts } from '../platform/i18n/texts.js';

type Named = Pick<RoleGrant, 'role' | 'unitId' | 'unitName'>;

/** In a component's field: a role in words, with its team or department: "Supervisor, Invoices". */
export function injectRoleText(): (grant: Named, names: UnitNames) => string {
  const t = injectTexts();
  return ({ role, unitId, unitName }, names) => {
    const word = t(`role.${role}`);
    return unitId === null ? word : t('role.of', { role: word, unit: names.of(unitId, unitName ?? '') });
  };
}
