import { Component, computed, inject, input, output } from '@angular/core';
import type { InBoth } from '@forecall/domain';
import { pointsOf } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Segment } from '../../ui/choice/segment.js';
import { Icon } from '../../ui/icon/icon.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { InBothField } from '../../ui/field/in-both.js';
import { PaperFile } from './paper-file.js';
import { asKind, type Item, type Level, newLevel } from './rubric-changes.js';

/** All of one item: what is looked for, what so many points look like, and when it counts how. */
@Component({
  selector: 'fc-item-form',
  imports: [Icon, InBothField, Segment],
  templateUrl: './item-form.html',
  styleUrl: './item-form.css',
})
export class ItemForm {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly file = inject(PaperFile);
  readonly item = input.required<Item>();
  readonly before = input.required<readonly Item[]>();
  /** Where it stands in the rubric, as faults name it. */
  readonly path = input.required<string>();
  readonly changed = output<Item>();

  protected readonly pointsOf = pointsOf;
  protected readonly all = [5, 4, 3, 2, 1, 0];
  protected readonly kinds = computed(() =>
    (['points', 'yes-no'] as const).map((value) => ({ value, label: this.t(`exam-papers.item-kind.${value}`) })),
  );
  protected readonly levels = computed((): readonly Level[] => {
    const item = this.item();
    return item.kind === 'points' ? item.levels : [];
  });
  /** It is failed under one of these. */
  protected readonly limits = computed(() => pointsOf(this.item()).slice(0, -1));
  protected readonly base = computed(() => this.before().find(({ id }) => id === this.item().onlyIf?.itemId));

  protected fault(field: string): string | undefined {
    return this.file.faultAt(`${this.path()}.${field}`);
  }

  protected tell(
    change: Partial<Pick<Item, 'text' | 'help' | 'weight' | 'isCritical' | 'mayNotApply' | 'onlyIf'>>,
  ): void {
    this.changed.emit({ ...this.item(), ...change });
  }

  protected kind(kind: Item['kind']): void {
    this.changed.emit(asKind(this.item(), kind));
  }

  protected weight(text: string): void {
    const weight = Number(text);
    if (text !== '' && weight >= 0 && weight <= 100) this.tell({ weight: Math.round(weight * 100) / 100 });
  }

  protected failsUnder(points: number): void {
    const item = this.item();
    if (item.kind === 'points') this.changed.emit({ ...item, failsUnder: points });
  }

  protected setLevel(at: number, change: Partial<Level>): void {
    this.setLevels(this.levels().map((level, n) => (n === at ? { ...level, ...change } : level)));
  }

  protected levelText(at: number, text: InBoth): void {
    this.setLevel(at, { text });
  }

  protected addLevel(): void {
    const level = newLevel(this.levels());
    if (level) this.setLevels([...this.levels(), level].toSorted((a, b) => b.points - a.points));
  }

  protected removeLevel(at: number): void {
    this.setLevels(this.levels().toSpliced(at, 1));
  }

  protected hangOn(itemId: string): void {
    const base = this.before().find(({ id }) => id === itemId);
    this.tell({ onlyIf: base ? { itemId, atLeast: pointsOf(base)[0] ?? 1 } : null });
  }

  protected atLeast(points: number): void {
    const { onlyIf } = this.item();
    if (onlyIf) this.tell({ onlyIf: { ...onlyIf, atLeast: points } });
  }

  private setLevels(levels: Level[]): void {
    const item = this.item();
    if (item.kind === 'points') this.changed.emit({ ...item, levels });
  }
}
