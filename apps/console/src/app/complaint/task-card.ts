import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, model } from '@angular/core';
import type { ComplaintDetail } from '@forecall/contracts';
import type { ComplaintStep } from '@forecall/domain';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { ComplaintClient } from './complaint-client.js';
import { FactsForm } from './correct/facts-form.js';
import { GiveForm } from './hands/give-form.js';
import { HandOverForm } from './hands/hand-over-form.js';
import { PauseForm } from './hands/pause-form.js';
import { ReturnForm } from './hands/return-form.js';
import { NoteForm } from './notes/note-form.js';
import { StepForm } from './steps/step-form.js';

/** What is being done to the complaint; null: nothing yet, the next step is offered. */
export type Task = ComplaintStep | 'note' | 'hand-over' | 'give' | 'return' | 'correct' | 'pause' | null;

/** What is next and whose it is, and the form of what is being done. */
@Component({
  selector: 'fc-task-card',
  imports: [FactsForm, GiveForm, HandOverForm, KeyCaps, NoteForm, PauseForm, ReturnForm, StepForm],
  templateUrl: './task-card.html',
  styleUrl: './task-card.css',
})
export class TaskCard {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly client = inject(ComplaintClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly complaint = input.required<ComplaintDetail>();
  readonly next = input<ComplaintStep>();
  readonly task = model.required<Task>();
  /** Reads the page anew. */
  readonly changed = input.required<() => void>();

  protected readonly step = computed((): ComplaintStep | undefined =>
    this.complaint().possibleSteps.find((step) => step === this.task()),
  );
  protected readonly others = computed(() => this.complaint().possibleSteps.filter((step) => step !== this.next()));
  /** A corrective action whose effect nobody has told yet: its form is where it stands in the time line. */
  protected readonly isEffectOpen = computed(() =>
    this.complaint().steps.some(({ analysis }) => analysis?.correctiveAction?.effect === ''),
  );
  protected readonly heading = computed(() => {
    const task = this.step() ?? this.task();
    return task === null ? this.t('complaint-page.next.heading') : this.t(`complaint-page.task.${task}`);
  });

  /** At the first field of the form that was just opened. */
  focus(): void {
    afterNextRender(
      () => {
        this.host.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus();
        this.host.scrollIntoView({ block: 'nearest' });
      },
      { injector: this.injector },
    );
  }

  protected begin(task: Task): void {
    this.task.set(task);
    this.focus();
  }

  protected readonly close = (): void => this.task.set(null);

  /** A step stays taken: nothing to undo. */
  protected taken(step: ComplaintStep): void {
    this.toasts.show({ text: `complaint-page.taken.${step}`, values: { number: this.complaint().number } });
    this.done();
  }

  protected done(): void {
    this.close();
    this.changed()();
  }

  protected accept(): Promise<void> {
    const { id, number } = this.complaint();
    return this.faults.heed(
      this.client.acceptHandover(id).then(() => {
        this.toasts.show({ text: 'complaint-page.done.accepted', values: { number } });
        this.changed()();
      }),
    );
  }

  protected withdraw(): Promise<void> {
    const { id, number } = this.complaint();
    return this.faults.heed(
      this.client.withdrawHandover(id).then(() => {
        this.toasts.show({ text: 'complaint-page.done.withdrawn', values: { number } });
        this.changed()();
      }),
    );
  }
}
