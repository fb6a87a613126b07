import { inject, Service } from '@angular/core';
import { Router, type Routes } from '@angular/router';

/** Where a thing is looked at. */
const paths: Record<string, string> = { account: 'accounts', complaint: 'complaints', contact: 'contacts' };

/** The page of a thing that a duty or a notification is about. */
@Service()
export class SourceLink {
  private readonly router = inject(Router);

  /** null: it has no page of its own. */
  of(source: { readonly entity: string; readonly id: string } | null): string[] | null {
    const path = source === null ? undefined : paths[source.entity];
    return source !== null && path !== undefined && hasPath(this.router.config, path) ? ['/', path, source.id] : null;
  }
}

const hasPath = (routes: Routes, path: string): boolean =>
  routes.some((route) => route.path === path || (route.path === '' && hasPath(route.children ?? [], path)));
