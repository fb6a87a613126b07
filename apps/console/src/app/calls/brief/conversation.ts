import { Component, computed, input, linkedSignal } from '@angular/core';
import type { CallOfMyDay } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { TemperamentAdvice } from '../../temperament/index.js';

const steps = ['prepare', 'open', 'needs', 'propose', 'close'] as const;

/** How to lead the conversation: with this person, of this class, by these steps, and when they object. */
@Component({
  selector: 'fc-conversation',
  imports: [TemperamentAdvice],
  templateUrl: './conversation.html',
  styleUrl: './conversation.css',
})
export class Conversation {
  protected readonly t = injectTexts();
  /** What one does oneself, or how one answers to what they are and say. */
  readonly part = input.required<'lead' | 'answer'>();
  readonly call = input.required<CallOfMyDay>();

  protected readonly questions = ['first', 'second', 'third'] as const;
  protected readonly answers = ['clarify', 'empathise', 'test', 'answer'] as const;
  protected readonly steps = steps;
  protected readonly careClass = computed(() => this.call().account.careClass);
  protected readonly type = computed(() => this.call().person?.temperament ?? null);
  /** Ticked as one goes; of no account once the call is over. */
  protected readonly taken = linkedSignal({
    source: () => this.call().id,
    computation: (): ReadonlySet<string> => new Set(),
  });

  protected tick(step: string): void {
    this.taken.update((before) => {
      const after = new Set(before);
      if (!after.delete(step)) after.add(step);
      return after;
    });
  }
}
