import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { ScenarioText } from '@forecall/contracts';
import { type Temperament, temperaments } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { injectFocusOn } from '../../platform/focus/focus-on.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { InBothField } from '../../ui/field/in-both.js';
import { PaperFile } from './paper-file.js';
import { moved } from '../../ui/order/moved.js';

type Variant = ScenarioText['variants'][number];

/** A role play in its variants: a resit takes another one. */
@Component({
  selector: 'fc-scenario-editor',
  imports: [Icon, InBothField],
  templateUrl: './scenario-editor.html',
  styles: `
    :host {
      display: block;
      max-width: 980px;
    }
    .fault {
      color: var(--fc-alarm-text);
    }
  `,
})
export class ScenarioEditor {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly file = inject(PaperFile);
  private readonly focusOn = injectFocusOn();
  readonly scenario = input.required<ScenarioText>();
  readonly changed = output<ScenarioText>();
  protected readonly temperaments = temperaments;
  /** With changes that are told and not rendered yet: the next one, which may come before, loses none of them. */
  private readonly latest = linkedSignal(() => this.scenario());
  protected readonly variants = computed(() => this.latest().variants);

  protected temperament(value: string): void {
    const temperament = temperaments.find((one): one is Temperament => one === value) ?? null;
    this.tell({ ...this.latest(), temperament });
  }

  protected change(at: number, change: Partial<Variant>): void {
    this.set(this.variants().map((variant, n) => (n === at ? { ...variant, ...change } : variant)));
  }

  protected add(): void {
    const blank = { en: '', zh: '' };
    const id = uuid();
    this.set([...this.variants(), { id, name: blank, situation: blank, brief: blank }]);
    this.focusOn(`[data-variant="${id}"] input`);
  }

  protected remove(at: number): void {
    this.set(this.variants().toSpliced(at, 1));
    this.focusOn('.add');
  }

  protected move(at: number, by: -1 | 1): void {
    this.set(moved(this.variants(), at, by));
  }

  private set(variants: Variant[]): void {
    this.tell({ ...this.latest(), variants });
  }

  private tell(scenario: ScenarioText): void {
    this.latest.set(scenario);
    this.changed.emit(scenario);
  }
}
