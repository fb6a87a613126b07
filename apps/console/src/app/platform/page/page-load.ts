import { DOCUMENT, inject, Service } from '@angular/core';

/** Whole loads of the page, as against moves of the router. */
@Service()
export class PageLoad {
  private readonly location = inject(DOCUMENT).location;

  goTo(path: string): void {
    this.location.assign(path);
  }

  again(): void {
    this.location.reload();
  }

  path(): string {
    return this.location.pathname + this.location.search;
  }
}
