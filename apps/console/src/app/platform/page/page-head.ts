import { computed, DestroyRef, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Texts } from '../i18n/texts.js';

export interface PageDescription {
  /** In place of the route's title: the name of the thing shown. */
  title?: string;
  /** Grey beside the title: "Beichen Systems, all departments". */
  crumb?: string;
  /** The list the thing is from; stands before the title as a link. */
  parent?: { title: string; link: string };
}

/** The name of the page, in the top bar and in the browser's tab. */
@Service()
export class PageHead {
  private readonly texts = inject(Texts);
  private readonly routeTitle = signal<string | undefined>(undefined);
  private readonly described = signal<PageDescription>({});

  readonly title = computed(() => {
    const key = this.routeTitle();
    return this.described().title ?? (key === undefined ? '' : this.texts.say(key));
  });
  readonly crumb = computed(() => this.described().crumb);
  readonly parent = computed(() => this.described().parent);

  constructor() {
    const browserTitle = inject(Title);
    effect(() => {
      browserTitle.setTitle(this.title() ? `${this.title()} · Forecall` : 'Forecall');
    });
  }

  open(routeTitle: string | undefined): void {
    this.routeTitle.set(routeTitle);
  }

  describe(description: PageDescription): void {
    this.described.set(description);
  }
}

/** In a page's constructor: what the top bar says of it, as long as it is open. */
export function describePage(description: () => PageDescription): void {
  const head = inject(PageHead);
  effect(() => head.describe(description()));
  inject(DestroyRef).onDestroy(() => head.describe({}));
}

/** A route's `title` is the key of a text. */
@Service()
export class PageTitleStrategy extends TitleStrategy {
  private readonly head = inject(PageHead);

  override updateTitle(state: RouterStateSnapshot): void {
    this.head.open(this.buildTitle(state));
  }
}
