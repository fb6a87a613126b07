import { computed, type Signal } from '@angular/core';
import type { DepartmentEntry } from '@forecall/contracts';
import { injectUnitName } from '../dated/unit-name.js';

export interface UnitNames {
  /** The name in the language in force; `known` for a unit that the structure does not hold. */
  of(id: string, known: string): string;
}

/** In a component's field: the names of departments and teams by their ids. */
export function unitNames(departments: Signal<readonly DepartmentEntry[]>): UnitNames {
  const nameOf = injectUnitName();
  const names = computed(
    () =>
      new Map(
        departments()
          .flatMap((department) => [department, ...department.teams])
          .map((unit) => [unit.id, nameOf(unit)]),
      ),
  );
  return { of: (id, known) => names().get(id) ?? known };
}
