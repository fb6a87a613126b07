import { computed, DestroyRef, inject, signal, type Signal } from '@angular/core';
import { Live } from '../../platform/live/live.js';
import { Waiting } from '../../platform/live/waiting.js';

/** Appraisals of others tell nobody else that they moved on. */
const everyMilliseconds = 20_000;

/** In a component's constructor: counts up whenever what is shown may have changed. */
export function lookAgain(): Signal<number> {
  const [waiting, live] = [inject(Waiting), inject(Live)];
  const ticks = signal(0);
  const timer = setInterval(() => ticks.update((count) => count + 1), everyMilliseconds);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return computed(() => ticks() + waiting.changes() + live.returns());
}
