import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import type { UpwardAsked } from '@forecall/contracts';
import { fewestUpward, type UpwardItem, upwardItems } from '@forecall/domain';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Glyph } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { injectPeriodName } from '../appraisal-words.js';
import { CyclesClient } from '../cycles-client.js';

type Asked = UpwardAsked['asked'][number];
type Scores = Readonly<Partial<Record<UpwardItem, number>>>;

/** What I say of whoever leads my team, and what nobody ever learns of it. Nothing of it is kept on this computer. */
@Component({
  selector: 'fc-upward-page',
  imports: [Empty, Glyph, Load, Ready, Shape, Skeleton, State],
  templateUrl: './upward-page.html',
  styleUrl: './upward-page.css',
})
export class UpwardPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly periodName = injectPeriodName();
  private readonly client = inject(CyclesClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  protected readonly items = upwardItems;
  protected readonly scores = [1, 2, 3, 4, 5];
  protected readonly fewest = fewestUpward;

  protected readonly read = resource({ loader: () => this.client.asked() });
  protected readonly asked = linkedSignal(() => (this.read.hasValue() ? this.read.value() : []));
  protected readonly given = signal<ReadonlyMap<string, Scores>>(new Map());
  protected readonly failure = signal<unknown>(null);
  protected readonly refusal = computed(() => (this.failure() === null ? '' : this.problems.sentence(this.failure())));
  /** Of what was to be sent before it was whole. */
  protected readonly missed = signal<string | null>(null);
  protected readonly isSending = signal(false);

  constructor() {
    describePage(() => ({ parent: { title: this.t('page.appraisals'), link: '/appraisals' } }));
  }

  protected keyOf({ cycle, team }: Asked): string {
    return `${cycle.id} ${team.id}`;
  }

  protected scoreOf(asked: Asked, item: UpwardItem): number | undefined {
    return this.given().get(this.keyOf(asked))?.[item];
  }

  protected score(asked: Asked, item: UpwardItem, score: number): void {
    const key = this.keyOf(asked);
    this.given.update((before) => new Map(before).set(key, { ...before.get(key), [item]: score }));
  }

  protected async send(asked: Asked): Promise<void> {
    const key = this.keyOf(asked);
    const scores = this.given().get(key) ?? {};
    if (this.isSending()) return;
    if (upwardItems.some((item) => scores[item] === undefined)) {
      this.missed.set(key);
      setTimeout(() => document.querySelector<HTMLElement>('fieldset.bad input')?.focus());
      return;
    }
    this.isSending.set(true);
    this.failure.set(null);
    try {
      const told = { cycleId: asked.cycle.id, teamId: asked.team.id, scores: scores as Record<UpwardItem, number> };
      this.asked.set(await this.client.answer(told));
      this.given.update((before) => new Map([...before].filter(([one]) => one !== key)));
      this.missed.set(null);
      this.toasts.show({ text: 'appraisals.upward.sent' });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
