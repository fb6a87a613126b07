import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  contentChild,
  Directive,
  effect,
  inject,
  input,
  signal,
  TemplateRef,
  type Resource,
} from '@angular/core';
import { mayPass } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../state/glyph.js';
import { skeletonAfterMilliseconds, stillAfterMilliseconds, waitPhase, type WaitPhase } from './wait-phase.js';

/** The shape of what comes, made of `fc-skeleton`. */
@Directive({ selector: 'ng-template[fcShape]' })
export class Shape {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/** What is shown once it is there. It stays while it is loaded anew. */
@Directive({ selector: 'ng-template[fcReady]' })
export class Ready {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/** What of a resource it takes to wait for it. */
export type Loaded = Pick<Resource<unknown>, 'status' | 'error' | 'hasValue'> & { reload(): boolean };

const retrySeconds = 8;

/**
 * A part of a page that loads: a skeleton after 300 ms, a word after 4 s, an error with a retry when it fails, as it
 * does after 10 s without an answer. Where the failure may pass by itself it is tried again after 8 s.
 */
@Component({
  selector: 'fc-load',
  imports: [NgTemplateOutlet, Glyph],
  templateUrl: './load.html',
  styleUrl: './load.css',
})
export class Load {
  protected readonly t = injectTexts();
  private readonly problems = inject(ProblemTexts);
  readonly of = input.required<Loaded>();
  /** "The chart could not be loaded" */
  readonly failed = input.required<string>();
  protected readonly shape = contentChild(Shape);
  protected readonly ready = contentChild.required(Ready);

  private readonly waited = signal<WaitPhase>('quiet');
  protected readonly secondsToRetry = signal(0);
  protected readonly phase = computed(() => {
    if (this.of().status() === 'error') return 'failed';
    return this.of().hasValue() ? 'ready' : this.waited();
  });
  protected readonly why = computed(() => this.problems.sentence(this.of().error()));

  constructor() {
    effect((onCleanup) => {
      const isWaiting = this.of().status() === 'loading';
      if (!isWaiting) return;
      this.waited.set('quiet');
      const timers = [skeletonAfterMilliseconds, stillAfterMilliseconds].map((after) =>
        setTimeout(() => this.waited.set(waitPhase(after)), after),
      );
      onCleanup(() => timers.forEach(clearTimeout));
    });
    effect((onCleanup) => {
      const isTriedAgain = this.phase() === 'failed' && mayPass(this.of().error());
      this.secondsToRetry.set(isTriedAgain ? retrySeconds : 0);
      if (!isTriedAgain) return;
      const timer = setInterval(() => this.countDown(), 1_000);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected retry(): void {
    this.waited.set('quiet');
    this.of().reload();
  }

  private countDown(): void {
    this.secondsToRetry.update((seconds) => seconds - 1);
    if (this.secondsToRetry() === 0) this.retry();
  }
}
