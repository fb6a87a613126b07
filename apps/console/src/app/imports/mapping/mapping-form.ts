import { ChangeDetectorRef, Component, computed, inject, input, model, signal } from '@angular/core';
import type { ImportColumn } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { BetweenFields } from './between-fields.js';
import { ColumnCard } from './column-card.js';
import { at, isRecord, put, type Definition } from './definition.js';
import { FaultLine } from './fault-line.js';
import { FixedFields } from './fixed-fields.js';
import {
  conditionalParts,
  hasUnshown,
  keeperOf,
  partsOn,
  withoutPart,
  withPart,
  withUnitAsNeeded,
  type Parked,
} from './parts.js';
import { placedFaults } from './preset-faults.js';
import { offeredTargets, parts, type Part } from './targets.js';
import { WhenFields } from './when-fields.js';

/** What the columns of a file hold, and what its rows are. */
@Component({
  selector: 'fc-mapping-form',
  imports: [BetweenFields, ColumnCard, FaultLine, FixedFields, WhenFields],
  templateUrl: './mapping-form.html',
  styleUrl: './mapping-form.css',
})
export class MappingForm {
  protected readonly t = injectTexts();
  private readonly view = inject(ChangeDetectorRef);
  protected readonly parts = parts;
  readonly definition = model.required<Definition>();
  readonly columns = input.required<readonly ImportColumn[]>();

  /** What was said of the parts that are off: who shows the form keeps it. */
  readonly parked = model<Parked>({});
  /** Answers about customers are a list: with none yet, only this says that there are to be some. */
  private readonly alsoOn = signal<ReadonlySet<Part>>(new Set());
  protected readonly on = computed(() => new Set([...partsOn(this.definition()), ...this.alsoOn()]));
  protected readonly offered = computed(() => offeredTargets(this.definition(), this.alsoOn()));
  protected readonly faults = computed(() => placedFaults(this.definition()));
  protected readonly unshown = computed(() => hasUnshown(this.definition()));
  protected readonly keepsOthers = computed(() => at(this.definition(), ['attributes', 'others']) !== 'leave');

  /** A file may tell of several things, and not on every row of each. */
  protected readonly conditional = computed(() =>
    conditionalParts.filter(
      (part) =>
        this.on().has(part) &&
        (part === 'complaint' || this.on().size > 1 || at(this.definition(), [part, 'when']) !== undefined),
    ),
  );
  protected readonly keeper = computed(() => keeperOf(this.definition()));

  /** The next change may come before the next rendering: the cards must hold this one by then, or it would be lost. */
  protected take(definition: Definition): void {
    this.definition.set(definition);
    this.view.detectChanges();
  }

  private placed(definition: Definition): Definition {
    return withUnitAsNeeded(definition, new Set([...partsOn(definition), ...this.alsoOn()]));
  }

  protected toggle(part: Part): void {
    if (!this.on().has(part)) {
      this.alsoOn.update((on) => new Set([...on, part]));
      this.take(this.placed(withPart(this.definition(), part, this.parked())));
      return;
    }
    const { definition, parked } = withoutPart(this.definition(), part);
    this.alsoOn.update((on) => new Set([...on].filter((one) => one !== part)));
    this.parked.update((before) => ({ ...before, [part]: parked }));
    this.take(this.placed(definition));
  }

  protected keepOthers(keep: boolean): void {
    const attributes = this.definition()['attributes'];
    this.take(
      put(this.definition(), ['attributes'], {
        ...(isRecord(attributes) ? attributes : {}),
        others: keep ? 'keep' : 'leave',
      }),
    );
  }
}
