import { inject, Service, signal } from '@angular/core';
import type { Personal } from '@forecall/contracts';
import { Live } from './live.js';

/** What waits for whoever is signed in: told over the socket whole at each change, and anew when the line comes back. */
@Service()
export class Waiting {
  private readonly known = signal<Personal>({ unread: 0, due: 0, calls: 0, newest: null });
  readonly now = this.known.asReadonly();
  /** Counts what was told: who shows one's own list loads it anew then. */
  readonly changes = signal(0);
  /** The last that came outside of quiet hours while one was here; null before. */
  readonly arrived = signal<string | null>(null);
  private isFirst = true;

  constructor() {
    inject(Live)
      .on<Personal>('personal')
      .subscribe((told) => {
        const { newest } = told;
        if (!this.isFirst && newest && !newest.isQuiet && newest.id !== this.known().newest?.id)
          this.arrived.set(newest.id);
        this.isFirst = false;
        this.known.set(told);
        this.changes.update((count) => count + 1);
      });
  }
}
