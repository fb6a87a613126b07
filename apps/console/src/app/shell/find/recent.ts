import { inject, Service } from '@angular/core';
import type { FindHit } from '../../ui/find/find-source.js';
import { Session } from '../../platform/session/session.js';

const keptHits = 6;

/** What the user chose last in the palette, newest first, on this browser. Only what has an address is kept. */
@Service()
export class RecentHits {
  private readonly session = inject(Session);

  read(): FindHit[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.key()) ?? '[]');
      return Array.isArray(stored) ? (stored as FindHit[]) : [];
    } catch {
      return [];
    }
  }

  add(hit: FindHit): void {
    if (!hit.link) return;
    const kept = [hit, ...this.read().filter((one) => one.id !== hit.id)].slice(0, keptHits);
    try {
      localStorage.setItem(this.key(), JSON.stringify(kept));
    } catch {
      // Storage is refused or full: nothing is recent then.
    }
  }

  private key(): string {
    return `forecall.recent.${this.session.me()?.signInId ?? ''}`;
  }
}
