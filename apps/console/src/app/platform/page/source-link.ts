import { inject, Service } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { Session } from '../session/session.js';

/** Where a thing is looked at. */
const addresses: Record<string, (id: string) => string> = {
  complaint: (id) => `/complaints/${id}`,
  contact: (id) => `/contacts?contact=${id}`,
};

/** The page of a thing that a duty or a notification is about. */
@Service()
export class SourceLink {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  /** null: it has no page of its own. */
  of(source: { readonly entity: string; readonly id: string } | null, kind?: string): UrlTree | null {
    if (source === null) return null;
    // What was handed over is gone on with, not looked at; without a desk it is handed on.
    if (kind === 'hand-over')
      return this.session.hasRole('rep') ? this.router.parseUrl(`/desk?continues=${source.id}`) : null;
    const address = addresses[source.entity]?.(source.id);
    return address === undefined ? null : this.router.parseUrl(address);
  }
}
