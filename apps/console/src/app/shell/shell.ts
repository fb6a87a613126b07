import { Component, computed, DestroyRef, ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NgComponentOutlet } from '@angular/common';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, pairwise, startWith } from 'rxjs';
import { injectTexts } from '../platform/i18n/texts.js';
import { Keys } from '../platform/keys/keys.js';
import { partLoader } from '../platform/page/load-part.js';
import { Live } from '../platform/live/live.js';
import { remembered } from '../platform/storage/remembered.js';
import { Session } from '../platform/session/session.js';
import { Load, Ready } from '../ui/feedback/load.js';
import { Navigation } from './navigation.js';
import { Placed } from './places/placed.js';
import { Notices } from './notices.js';
import { shellKeys } from './shell-keys.js';
import { ToastHost } from './toast-host.js';
import { TopBar } from './top-bar.js';
import { mediaMatches } from '../platform/media/media-matches.js';

/** Everything around a page: navigation, top bar, notices, toast, keys, and the connection while it is open. */
@Component({
  selector: 'fc-shell',
  imports: [Load, NgComponentOutlet, Ready, RouterOutlet, Navigation, TopBar, Notices, ToastHost],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '[class.rail]': 'isRail()' },
})
export class Shell {
  protected readonly t = injectTexts();
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly navigation = remembered('navigation', ['wide', 'rail'] as const, 'wide');
  private readonly isSmall = mediaMatches('(max-width: 1360px)');
  private readonly isPageRail = signal(this.readPageRail());
  protected readonly isRail = computed(() => this.navigation.value() === 'rail' || this.isSmall() || this.isPageRail());

  private readonly session = inject(Session);
  private readonly placed = inject(Placed);
  private readonly path = signal(pathOf(this.router.url));
  /** Where an administrator lands is said what a new company does first. */
  protected readonly isAdminHome = computed(() => this.session.hasRole('admin') && this.path() === this.placed.home());

  /** Asked for by hand, because @defer does not try again what could not be loaded; so it is put into place by hand. */
  protected readonly firstSteps = resource({
    params: () => this.isAdminHome() || undefined,
    loader: partLoader(() => import('../first-steps/index.js')),
  });

  constructor() {
    const live = inject(Live);
    void live.start();
    inject(DestroyRef).onDestroy(() => live.stop());
    inject(DestroyRef).onDestroy(inject(Keys).add(shellKeys(() => this.toggleRail())));
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        startWith(null),
        pairwise(),
        takeUntilDestroyed(),
      )
      .subscribe(([before, now]) => {
        this.isPageRail.set(this.readPageRail());
        this.path.set(pathOf(this.router.url));
        if (before && now && pathOf(before.urlAfterRedirects) !== pathOf(now.urlAfterRedirects)) this.focusMain();
      });
  }

  /** After a change of page the keys are on it, and readers say its name. */
  protected focusMain(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }

  private toggleRail(): void {
    this.navigation.set(this.navigation.value() === 'rail' ? 'wide' : 'rail');
  }

  private readPageRail(): boolean {
    let route = this.router.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    return route.data['isRail'] === true;
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';
