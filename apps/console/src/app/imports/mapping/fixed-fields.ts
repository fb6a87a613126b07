import { Component, computed, input, output } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { columnsIn, isRecord, put, textOf, type Definition } from './definition.js';
import { injectMappingWords } from './mapping-words.js';
import { partsOfUnits } from './parts.js';
import type { PresetFaults } from './preset-faults.js';
import { sourceOf, targetById, withSource, type Target } from './targets.js';

/** Every contact has these: what no column says is the same for all rows. */
const always = [
  'unit.department',
  'unit.team',
  'contact.channel',
  'contact.direction',
  'contact.purpose',
  'contact.outcome',
];
const fixable: readonly string[] = ['text', 'choice', 'unit', 'moment'];

interface Fixed {
  readonly target: Target;
  readonly name: string;
  readonly value: string;
  /** Where a column says it. */
  readonly column: string | undefined;
  readonly error: string | undefined;
}

/** What no column says. */
@Component({
  selector: 'fc-fixed-fields',
  imports: [Field, PlainInput],
  templateUrl: './fixed-fields.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
      gap: 10px 14px;
      align-items: start;
    }
    .said {
      font-weight: var(--fc-weight-medium);
    }
  `,
})
export class FixedFields {
  protected readonly t = injectTexts();
  protected readonly words = injectMappingWords();
  readonly definition = input.required<Definition>();
  readonly offered = input.required<readonly Target[]>();
  readonly faults = input.required<PresetFaults>();
  readonly changed = output<Definition>();

  private readonly needsUnit = computed(() => this.offered().some(({ group }) => partsOfUnits.includes(group)));

  protected readonly fixed = computed((): Fixed[] =>
    this.offered()
      .filter((target) => this.isAlways(target) || fixedValue(sourceOf(this.definition(), target)) !== undefined)
      .map((target) => {
        const source = sourceOf(this.definition(), target);
        const fault = this.faults().byTarget.get(target.id);
        return {
          ...{ target, name: this.words.target(target), value: fixedValue(source) ?? '', column: columnsIn(source)[0] },
          error:
            fault && (['missing', 'form'].includes(fault.kind) ? this.t(`mapping.fault.${fault.kind}`) : fault.message),
        };
      }),
  );
  protected readonly more = computed(() =>
    this.offered().filter(
      (target) =>
        fixable.includes(target.kind) &&
        !this.fixed().some((one) => one.target.id === target.id) &&
        sourceOf(this.definition(), target) === undefined,
    ),
  );

  /** Department and team go together: where one is said, the other is to be. */
  private isAlways({ id, group }: Target): boolean {
    return always.includes(id) && (group !== 'unit' || this.needsUnit() || isRecord(this.definition()['unit']));
  }

  protected set({ kind, id }: Target, value: string): void {
    const target = targetById(id);
    if (!target) return;
    const source = kind === 'text' ? { text: value } : kind === 'moment' ? { at: value } : value;
    const isNone = value === '' && (kind !== 'unit' || !this.needsUnit());
    const definition = withSource(this.definition(), target, isNone ? undefined : source);
    this.changed.emit(isNone && kind === 'unit' ? withoutEmptyUnit(definition) : definition);
  }

  protected add(box: HTMLSelectElement): void {
    const target = targetById(box.value);
    box.value = '';
    if (target?.kind === 'unit') this.changed.emit(withSource(this.definition(), target, ''));
    else if (target) this.set(target, target.members[0] ?? (target.kind === 'moment' ? '2026-01-01T12:00' : target.id));
  }
}

const withoutEmptyUnit = (definition: Definition): Definition =>
  Object.keys(isRecord(definition['unit']) ? definition['unit'] : {}).length > 0
    ? definition
    : put(definition, ['unit'], undefined);

function fixedValue(source: unknown): string | undefined {
  if (typeof source === 'string') return source;
  if (!isRecord(source)) return undefined;
  if ('text' in source && !('kind' in source)) return textOf(source['text']);
  return 'at' in source && !('kind' in source) ? textOf(source['at']) : undefined;
}
