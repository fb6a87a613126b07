import { Component, computed, inject, input } from '@angular/core';
import type { PromiseDetail } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { PastSteps } from '../../ui/course/past-steps.js';

type Step = PromiseDetail['steps'][number];

/** What became of a promise so far, the newest on top. */
@Component({
  selector: 'fc-promise-steps',
  imports: [PastSteps],
  template: `<fc-past-steps [heading]="t('promises.course')" [steps]="past()" />`,
})
export class PromiseSteps {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly steps = input.required<PromiseDetail['steps']>();

  protected readonly past = computed(() =>
    this.steps().map((step) => {
      const { subject = '', text } = step.after;
      return { at: step.at, text: this.textOf(step), why: step.why, ...(text && { letter: { subject, text } }) };
    }),
  );

  private textOf({ act, by, before, after }: Step): string {
    const when = (at: string | undefined) => (at ? this.format.dateTime(at) : '');
    return this.t(by === null ? `promises.step-by-program.${act}` : `promises.step.${act}`, {
      ...{ by: by?.name ?? '', from: before['owner'] ?? '', owner: after['owner'] ?? '', to: after['to'] ?? '' },
      ...{ before: when(before['dueAt']), after: when(after['dueAt']) },
    });
  }
}
