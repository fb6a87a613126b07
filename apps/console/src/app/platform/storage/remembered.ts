import { signal, type Signal } from '@angular/core';

export interface Remembered<T extends string> {
  readonly value: Signal<T>;
  set(value: T): void;
}

/**
 * A choice of this browser, kept between visits. Where storage is refused (private windows, blocked site data) it
 * lasts as long as the page. A stored value outside `allowed` counts as none.
 */
export function remembered<T extends string>(key: string, allowed: readonly T[], fallback: T): Remembered<T> {
  const value = signal(readStored(key, allowed) ?? fallback);
  return {
    value: value.asReadonly(),
    set(next: T) {
      value.set(next);
      writeStored(key, next);
    },
  };
}

export function readStored<T extends string>(key: string, allowed: readonly T[]): T | undefined {
  try {
    const stored = localStorage.getItem(storageKey(key));
    return allowed.find((one) => one === stored);
  } catch {
    return undefined;
  }
}

export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(storageKey(key), value);
  } catch {
    // Nothing is lost but the memory of it.
  }
}

const storageKey = (key: string): string => `forecall.${key}`;
