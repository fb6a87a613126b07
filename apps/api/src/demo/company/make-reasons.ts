import type { Draw } from '../chance/draw.js';
import type { Department, ReasonGroup } from './company.js';
import { type GroupPlan, reasonPlans } from './reason-plan.js';

/** The leaves' chances keep their proportions and give, weighted, the usual complaint rate of their department. */
export function makeReasons(draw: Draw, departments: readonly Department[], atMs: number): ReasonGroup[] {
  return reasonPlans.map((group) => {
    const department = departments.find(({ plan }) => plan.name === group.department);
    if (!department) throw new Error(`Nobody answers for ${group.en}.`);
    const perHardness = department.plan.complaintRate / meanHardness(reasonPlans, group.department);
    const id = draw.id(atMs);
    const reasons = group.leaves.map((plan) => ({
      id: draw.id(atMs),
      parentId: id,
      plan,
      department,
      complaintChance: plan.hardness * perHardness,
    }));
    return { id, en: group.en, zh: group.zh, department, reasons };
  });
}

function meanHardness(groups: readonly GroupPlan[], department: string): number {
  const leaves = groups.filter((group) => group.department === department).flatMap((group) => group.leaves);
  const weight = leaves.reduce((sum, leaf) => sum + leaf.weight, 0);
  return leaves.reduce((sum, leaf) => sum + leaf.weight * leaf.hardness, 0) / weight;
}
