import { computed, effect, inject, type Signal, untracked } from '@angular/core';
import { Live } from '../../platform/live/live.js';

/** Contacts come every second; what is looked at is read anew no more often than this. */
const restMilliseconds = 3_000;

/** In a constructor: reads anew when something of the department has changed, and when the line comes back. */
export function followsDepartment(departmentId: Signal<string | undefined>, reload: () => void): void {
  const live = inject(Live);
  const version = computed(() => {
    const id = departmentId();
    return id === undefined ? undefined : `${live.versions()[`department:${id}`] ?? ''} ${live.returns()}`;
  });
  let seen: string | undefined;
  effect((onCleanup) => {
    const now = version();
    if (now === undefined || now === seen) return;
    const isFirst = seen === undefined;
    seen = now;
    if (isFirst) return;
    const timer = setTimeout(() => untracked(reload), restMilliseconds);
    onCleanup(() => clearTimeout(timer));
  });
}
