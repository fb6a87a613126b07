import type { CallRules } from '@forecall/contracts';
import { type CareClass, careStrategies } from '@forecall/domain';

export type Tier = CallRules['cadences'][number]['tier'];
/** null: of all tiers that have none of their own. */
export const tierColumns: readonly Tier[] = [null, 'A', 'B', 'C'];

/** What was set for a class and tier; undefined: nothing. */
export const cadenceOf = (cadences: CallRules['cadences'], careClass: CareClass, tier: Tier): number | undefined =>
  cadences.find((one) => one.class === careClass && one.tier === tier)?.days;

/** What holds where nothing is set for a tier: that of its class, and without one that of the class's strategy. */
export const usualCadence = (cadences: CallRules['cadences'], careClass: CareClass, tier: Tier): number =>
  (tier === null ? undefined : cadenceOf(cadences, careClass, null)) ?? careStrategies[careClass].everyDays;
