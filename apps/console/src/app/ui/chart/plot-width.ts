import { DestroyRef, ElementRef, inject, signal, type Signal } from '@angular/core';

/** In a component's field: how wide its element is, in whole pixels; 0 until it is known. */
export function injectWidth(): Signal<number> {
  const width = signal(0);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const observer = new ResizeObserver(([entry]) => width.set(Math.floor(entry?.contentRect.width ?? 0)));
  observer.observe(host);
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return width.asReadonly();
}
