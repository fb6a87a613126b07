import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, ElementRef, inject, Injector, resource, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { lazyFindSources, type FindHit, type FindSource } from '../../ui/find/find-source.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { markMatches } from '../../ui/text/match-marks.js';
import { RecentHits } from './recent.js';
import { ranked } from './rank.js';

interface Group {
  title: string;
  hits: readonly { hit: FindHit; index: number }[];
}

/** Finds anything by a few letters; Enter opens, Ctrl Enter in a new tab. */
@Component({
  selector: 'fc-palette',
  imports: [Icon, KeyCaps],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  protected readonly t = injectTexts();
  private readonly dialog = inject(DialogRef);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly recent = inject(RecentHits);
  private readonly lazySources = inject(lazyFindSources);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  protected readonly typed = signal('');
  private readonly active = signal(0);
  private sources: Promise<FindSource[]> | undefined;

  private readonly found = resource({
    params: () => ({ typed: this.typed() }),
    loader: ({ params }) => this.search(params.typed),
  });
  /** What was found last stays while the next is looked for. */
  private readonly last = signal<readonly Group[]>([]);
  protected readonly groups = this.last.asReadonly();
  protected readonly hits = computed(() => this.groups().flatMap((group) => group.hits));
  protected readonly activeIndex = computed(() => Math.min(this.active(), this.hits().length - 1));
  protected readonly isNothing = computed(() => this.found.hasValue() && this.hits().length === 0);

  constructor() {
    effect(() => {
      const found = this.found.hasValue() ? this.found.value() : undefined;
      if (found) this.last.set(found);
    });
    effect(() => {
      const index = this.activeIndex();
      this.list()
        ?.nativeElement.querySelector(`#${this.optionId(index)}`)
        ?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.active.set(0);
  }

  protected press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.hits().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active.set(count === 0 ? 0 : (this.activeIndex() + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const hit = this.hits()[this.activeIndex()]?.hit;
      if (hit) this.choose(hit, event.ctrlKey || event.metaKey);
    }
  }

  protected choose(hit: FindHit, inNewTab: boolean): void {
    this.recent.add(hit);
    if (hit.link && inNewTab) {
      window.open(hit.link, '_blank', 'noopener');
      return;
    }
    this.dialog.close();
    if (hit.link) void this.router.navigateByUrl(hit.link);
    else hit.act?.();
  }

  protected optionId(index: number): string {
    return `find-${index}`;
  }

  protected marked(hit: FindHit) {
    return markMatches(hit.label, this.typed());
  }

  private async search(typed: string): Promise<Group[]> {
    this.sources ??= Promise.all(this.lazySources.map(async (load) => this.injector.get<FindSource>(await load())));
    const sources = await this.sources;
    const found = await Promise.all(
      sources.map(async (source) => ({ title: source.title, hits: await source.find(typed) })),
    );
    const recent = ranked(this.recent.read(), typed).slice(0, typed ? 3 : 6);
    const recentIds = new Set(recent.map((hit) => hit.id));
    const groups = [
      {
        title: 'find.recent',
        hits: recent.map((hit) => found.flatMap((one) => one.hits).find((one) => one.id === hit.id) ?? hit),
      },
      ...found.map(({ title, hits }) => ({ title, hits: hits.filter((hit) => !recentIds.has(hit.id)) })),
    ];
    let index = 0;
    return groups
      .filter((group) => group.hits.length > 0)
      .map((group) => ({ title: group.title, hits: group.hits.map((hit) => ({ hit, index: index++ })) }));
  }
}
