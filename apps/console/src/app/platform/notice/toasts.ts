import { computed, Service, signal } from '@angular/core';
import type { TextValues } from '../i18n/texts.js';

export interface Toast {
  /** The key of a text in the past tense: what was done. */
  text: string;
  values?: TextValues;
  /** Takes it back; the toast offers it for 10 s. */
  undo?: () => unknown;
  /** Another act, for a toast without undo. */
  action?: { label: string; act: () => unknown };
}

export const toastSeconds = 10;

/** What was just done, one at a time; a new one takes the place of the last. Never for errors. */
@Service()
export class Toasts {
  private readonly shown = signal<Toast | null>(null);
  private readonly left = signal(0);
  private timer: ReturnType<typeof setInterval> | undefined;

  readonly current = this.shown.asReadonly();
  readonly secondsLeft = this.left.asReadonly();
  readonly canUndo = computed(() => this.shown()?.undo !== undefined);

  show(toast: Toast): void {
    this.shown.set(toast);
    this.left.set(toastSeconds);
    this.resume();
  }

  /** While pointer or focus is on it: reading or deciding takes what it takes. */
  pause(): void {
    clearInterval(this.timer);
  }

  resume(): void {
    clearInterval(this.timer);
    if (!this.shown()) return;
    this.timer = setInterval(() => {
      this.left.update((seconds) => seconds - 1);
      if (this.left() <= 0) this.close();
    }, 1_000);
  }

  undo(): void {
    const toast = this.shown();
    this.close();
    toast?.undo?.();
  }

  act(): void {
    const toast = this.shown();
    this.close();
    toast?.action?.act();
  }

  close(): void {
    clearInterval(this.timer);
    this.shown.set(null);
  }
}
