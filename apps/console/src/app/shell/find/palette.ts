import { DialogRef } from '@angular/cdk/dialog';
import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  type Resource,
  resource,
  type Signal,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { lazyFindSources, type FindHit, type FindSource } from '../../ui/find/find-source.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { markMatches } from '../../ui/text/match-marks.js';
import { RecentHits } from './recent.js';
import { ranked } from './rank.js';

const pauseMilliseconds = 180;

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

  private readonly near = resource({
    params: () => ({ typed: this.typed() }),
    loader: ({ params, abortSignal }) => this.search(params.typed, false, abortSignal),
  });
  private readonly far = resource({
    params: () => ({ typed: this.typed().trim() }),
    loader: async ({ params, abortSignal }) => {
      if (params.typed !== '') await pause(pauseMilliseconds, abortSignal);
      return abortSignal.aborted ? [] : this.search(params.typed, true, abortSignal);
    },
  });
  /** What was found last stays while the next is looked for. */
  private readonly foundNear = lastOf(this.near);
  private readonly foundFar = lastOf(this.far);
  /** Far hits come late, so they stand below and move nothing; what was chosen before stands above all. */
  protected readonly groups = computed((): Group[] => {
    // Of what answered the letters before, only what fits these too: Enter must not open something else.
    const fitting = (one: Found) => ({ ...one, hits: ranked(one.hits, this.typed()) });
    const far = this.far.isLoading() ? this.foundFar().map(fitting) : this.foundFar();
    const found = [...this.foundNear(), ...far];
    const recent = ranked(this.recent.read(), this.typed()).slice(0, this.typed() ? 3 : 6);
    const recentIds = new Set(recent.map((hit) => hit.id));
    const current = found.flatMap(({ hits }) => hits);
    const groups = [
      { title: 'find.recent', hits: recent.map((hit) => current.find((one) => one.id === hit.id) ?? hit) },
      ...found.map(({ title, hits }) => ({ title, hits: hits.filter((hit) => !recentIds.has(hit.id)) })),
    ];
    let index = 0;
    return groups
      .filter((group) => group.hits.length > 0)
      .map(({ title, hits }) => ({ title, hits: hits.map((hit) => ({ hit, index: index++ })) }));
  });
  protected readonly hits = computed(() => this.groups().flatMap((group) => group.hits));
  protected readonly activeIndex = computed(() => Math.min(this.active(), this.hits().length - 1));
  protected readonly isLooking = computed(() => this.far.isLoading() && this.typed().trim() !== '');
  protected readonly isNothing = computed(
    () => this.near.hasValue() && !this.far.isLoading() && this.hits().length === 0,
  );
  protected readonly hasFailed = computed(() => this.far.error() !== undefined);

  constructor() {
    effect(() => {
      const index = this.activeIndex();
      this.list()
        ?.nativeElement.querySelector(`#${this.optionId(index)}`)
        ?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** What an input method composes is no word yet. */
  protected type(text: string, event: Event): void {
    if (event instanceof InputEvent && event.isComposing) return;
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

  private async search(typed: string, isFar: boolean, signal: AbortSignal): Promise<Found[]> {
    this.sources ??= Promise.all(this.lazySources.map(async (load) => this.injector.get<FindSource>(await load())));
    const sources = (await this.sources).filter((source) => (source.isFar ?? false) === isFar);
    return Promise.all(
      sources.map(async (source) => ({ title: source.title, hits: await source.find(typed, signal) })),
    );
  }
}

interface Found {
  title: string;
  hits: readonly FindHit[];
}

const lastOf = (from: Resource<Found[] | undefined>): Signal<readonly Found[]> =>
  linkedSignal<Found[] | undefined, readonly Found[]>({
    source: () => (from.hasValue() ? from.value() : undefined),
    computation: (came, before) => came ?? before?.value ?? [],
  });

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
