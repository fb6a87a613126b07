import { Component, computed, inject, input, output } from '@angular/core';
import type { ImportColumn } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { attributesOf, withAttribute, type AttributesPlace, type HeldAttribute } from './attributes-of.js';
import { blankWordsOf, withBlankWords } from './blank-words.js';
import { attributeFrom, sourceFrom } from './defaults.js';
import { at, columnsIn, put, wordsOf, type Definition } from './definition.js';
import { FaultLine } from './fault-line.js';
import { injectMappingWords } from './mapping-words.js';
import { keeperOf } from './parts.js';
import type { PresetFaults } from './preset-faults.js';
import { RuleEditor } from './rule-editor.js';
import { AttributeRule } from './rules/attribute-rule.js';
import { WordsInput } from './rules/words-input.js';
import { isPartOn, sourceOf, targetById, targets, targetsOf, withSource, type Group, type Target } from './targets.js';

/** One column of the file: what stands in it, what it holds, and by which rules. */
@Component({
  selector: 'fc-column-card',
  imports: [AttributeRule, FaultLine, Icon, RuleEditor, WordsInput],
  templateUrl: './column-card.html',
  styleUrl: './column-card.css',
})
export class ColumnCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly words = injectMappingWords();
  readonly definition = input.required<Definition>();
  readonly column = input.required<ImportColumn>();
  readonly columns = input.required<readonly ImportColumn[]>();
  readonly offered = input.required<readonly Target[]>();
  readonly faults = input.required<PresetFaults>();
  readonly changed = output<Definition>();

  protected readonly name = computed(() => this.column().name);
  protected readonly held = computed(() =>
    targetsOf(this.definition(), this.name()).map((target) => ({
      ...{ target, source: sourceOf(this.definition(), target), name: this.words.target(target) },
      fault: this.faults().byTarget.get(target.id),
    })),
  );
  protected readonly attributes = computed(() =>
    attributesOf(this.definition(), this.name()).map((held) => ({ held, label: this.labelOf(held) })),
  );
  protected readonly keeper = computed(() => keeperOf(this.definition()));
  /** A row that is a contact as well keeps what is left with the contact. */
  protected readonly isOfBoth = computed(() => this.keeper() === 'contact' && isPartOn(this.definition(), 'account'));
  protected readonly isLeft = computed(() => this.leave().includes(this.name()));
  /** Fields whose main column is another, and which read this one too. */
  protected readonly alsoIn = computed(() =>
    targets
      .filter((target) => columnsIn(sourceOf(this.definition(), target)).slice(1).includes(this.name()))
      .map((target) => this.words.target(target)),
  );
  protected readonly groups = computed(() => {
    const names = [...new Set(this.offered().map(({ group }) => group))];
    return names.map((group: Group) => ({
      name: this.t(`mapping.group.${group}`),
      targets: this.offered().filter((target) => target.group === group),
    }));
  });
  protected readonly blank = computed(() => blankWordsOf(this.definition(), this.name()));
  protected readonly isZeroBlank = computed(() => this.blank().includes('0'));
  protected readonly otherBlank = computed(() => this.blank().filter((word) => word !== '0'));
  protected readonly samples = computed(() => this.column().samples.slice(0, 4).join(' · '));

  protected hold(box: HTMLSelectElement): void {
    const id = box.value;
    box.value = '';
    const definition = this.isLeft() ? this.withLeave(false) : this.definition();
    const target = targetById(id);
    if (target) this.changed.emit(withSource(definition, target, sourceFrom(target, this.column(), this.columns())));
    else if (id === 'attribute') this.addAttribute(definition, 'rest');
    else if (id === 'account-attribute') this.addAttribute(definition, 'account');
    else if (id === 'leave') this.changed.emit(this.withLeave(true));
  }

  protected set(target: Target, source: unknown): void {
    this.changed.emit(withSource(this.definition(), target, source));
  }

  protected setAttribute(held: HeldAttribute, source: unknown): void {
    this.changed.emit(withAttribute(this.definition(), held, source));
  }

  protected rename(held: HeldAttribute, name: string): void {
    if (name === '' || name === held.name) return;
    const without = withAttribute(this.definition(), held, undefined);
    this.changed.emit(withAttribute(without, { place: held.place, name }, held.source));
  }

  protected takeBack(): void {
    this.changed.emit(this.withLeave(false));
  }

  protected setBlank(zero: boolean, others: readonly string[]): void {
    this.changed.emit(withBlankWords(this.definition(), this.name(), [...(zero ? ['0'] : []), ...others]));
  }

  private addAttribute(definition: Definition, place: AttributesPlace): void {
    const [name, source] = attributeFrom(this.column());
    this.changed.emit(withAttribute(definition, { place, name }, source));
  }

  private labelOf({ place, name }: HeldAttribute): string {
    return this.t(place === 'account' ? 'mapping.attribute.of-account' : 'mapping.attribute.of', { name });
  }

  private leave(): readonly string[] {
    return wordsOf(at(this.definition(), ['attributes', 'leave']));
  }

  private withLeave(isLeft: boolean): Definition {
    const others = this.leave().filter((one) => one !== this.name());
    return put(this.definition(), ['attributes', 'leave'], isLeft ? [...others, this.name()] : others);
  }
}
