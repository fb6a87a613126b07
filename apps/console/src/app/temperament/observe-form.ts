import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { ObserveTemperament } from '@forecall/contracts';
import { type Behaviour, behaviours, temperamentOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { injectTexts } from '../platform/i18n/texts.js';
import { Choices } from '../ui/choice/choices.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { TemperamentAdvice } from './temperament-advice.js';
import { TemperamentClient } from './temperament-client.js';
import { TemperamentSquare } from './temperament-square.js';

type Confidence = ObserveTemperament['confidence'];
const confidences: readonly Confidence[] = ['guess', 'likely', 'sure'];

/** Ticks what was observed of somebody; which type that makes is shown at once, by the function that the server uses. */
@Component({
  selector: 'fc-observe-form',
  imports: [Choices, PanelForm, TemperamentAdvice, TemperamentSquare],
  template: `
    <fc-panel-form
      [act]="t('temperament.observe.save')"
      [isSending]="isSending()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <fieldset>
        <legend>{{ t('temperament.observe.what') }}</legend>
        @for (one of all; track one) {
          <label>
            <input type="checkbox" [checked]="ticked().has(one)" (change)="tick(one)" />
            <span>{{ t('temperament.behaviour.' + one) }}</span>
          </label>
        }
      </fieldset>
      <div class="makes" aria-live="polite">
        @if (type(); as known) {
          <fc-temperament-advice [type]="known" />
        } @else {
          <div class="row">
            <fc-temperament-square [type]="undefined" />
            <p class="quiet">
              {{ t(ticked().size === 0 ? 'temperament.observe.none' : 'temperament.observe.undecided') }}
            </p>
          </div>
        }
      </div>
      <fc-choices [label]="t('temperament.observe.confidence')" [options]="options()" [(value)]="confidence" />
      @if (isRefused()) {
        <p class="small" role="alert">{{ t('temperament.observe.more') }}</p>
      }
    </fc-panel-form>
  `,
  styles: `
    legend {
      margin-bottom: 6px;
      font-weight: var(--fc-weight-medium);
    }
    label {
      display: flex;
      gap: 8px;
      padding: 4px 0;
      cursor: pointer;
    }
    label input {
      margin-top: 2px;
    }
    .makes {
      padding: 12px;
      border-radius: var(--fc-radius-control);
      background: var(--fc-canvas);
    }
    .makes .row {
      gap: 12px;
    }
    @media (max-width: 640px) {
      label {
        padding: 11px 0;
      }
    }
  `,
})
export class ObserveForm {
  protected readonly t = injectTexts();
  private readonly client = inject(TemperamentClient);
  readonly personId = input.required<string>();
  /** What was ticked the last time. */
  readonly last = input<readonly Behaviour[]>([]);
  readonly cancelled = output();
  readonly observed = output();

  protected readonly all = behaviours;
  protected readonly ticked = linkedSignal((): ReadonlySet<Behaviour> => new Set(this.last()));
  protected readonly type = computed(() => temperamentOf(this.ticked()));
  protected readonly confidence = signal<Confidence | null>('likely');
  protected readonly options = computed(() =>
    confidences.map((value, index) => ({
      value,
      label: this.t(`temperament.confidence.${value}`),
      press: String(index + 1),
    })),
  );
  protected readonly failure = signal<unknown>(null);
  protected readonly isSending = signal(false);
  protected readonly isRefused = signal(false);
  /** Of one observation: another one has another. */
  private readonly key = linkedSignal({
    source: () => [this.ticked(), this.confidence()],
    computation: () => uuid(),
  });

  protected tick(one: Behaviour): void {
    this.isRefused.set(false);
    this.ticked.update((before) => {
      const after = new Set(before);
      if (!after.delete(one)) after.add(one);
      return after;
    });
  }

  protected async send(): Promise<void> {
    const confidence = this.confidence();
    if (this.type() === undefined || confidence === null) {
      this.isRefused.set(true);
      return;
    }
    this.failure.set(null);
    this.isSending.set(true);
    try {
      await this.client.observe(this.personId(), { behaviours: [...this.ticked()], confidence }, this.key());
      this.observed.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
