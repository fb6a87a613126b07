import { ApplicationRef, Component, computed, inject, input, output, signal } from '@angular/core';
import type { RubricText } from '@forecall/contracts';
import { itemsOf } from '@forecall/domain';
import { injectRemovals } from '../../drafts/index.js';
import { injectFocusOn } from '../../platform/focus/focus-on.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { moved } from '../../ui/order/moved.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { InBothField } from '../../ui/field/in-both.js';
import { ItemForm } from './item-form.js';
import { PaperFile } from './paper-file.js';
import { type Group, type Item, itemMoved, newGroup, newItem } from './rubric-changes.js';

/** Groups and items, with the pass mark at the head. One item is open at a time; Alt and an arrow move what has the focus. */
@Component({
  selector: 'fc-rubric-editor',
  imports: [Icon, InBothField, ItemForm],
  templateUrl: './rubric-editor.html',
  styleUrl: './rubric-editor.css',
})
export class RubricEditor {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly file = inject(PaperFile);
  private readonly application = inject(ApplicationRef);
  private readonly focusOn = injectFocusOn();
  private readonly removed = injectRemovals();
  readonly rubric = input.required<RubricText>();
  readonly changed = output<RubricText>();
  protected readonly open = signal<string | null>(null);

  private readonly order = computed(() => itemsOf(this.rubric()) as readonly Item[]);

  /** What an item may hang on: those before it. */
  protected before(item: Item): readonly Item[] {
    return this.order().slice(
      0,
      this.order().findIndex(({ id }) => id === item.id),
    );
  }

  protected hasFault(path: string): boolean {
    return [...this.file.faults().keys()].some((at) => at.startsWith(`${path}.`));
  }

  protected passMark(text: string): void {
    const passMark = Number(text);
    if (text !== '' && passMark >= 0 && passMark <= 100) this.tell({ passMark: Math.round(passMark * 100) / 100 });
  }

  protected tell(change: Partial<RubricText>): void {
    this.changed.emit({ ...this.rubric(), ...change });
    // The next change may come before the next rendering, and goes by what stands here then.
    this.application.tick();
  }

  protected changeGroup(at: number, change: Partial<Group>): void {
    this.tell({ groups: this.rubric().groups.map((group, n) => (n === at ? { ...group, ...change } : group)) });
  }

  protected changeItem(at: number, item: Item): void {
    const items = this.rubric().groups[at]?.items ?? [];
    this.changeGroup(at, { items: items.map((each) => (each.id === item.id ? item : each)) });
  }

  protected addGroup(): void {
    const group = newGroup();
    this.tell({ groups: [...this.rubric().groups, group] });
    this.focusOn(`[data-group="${group.id}"] input`);
  }

  protected removeGroup(at: number): void {
    const group = this.rubric().groups[at];
    if (!group) return;
    this.tell({ groups: this.rubric().groups.toSpliced(at, 1) });
    this.removed(this.said(group.name), () => this.tell({ groups: this.rubric().groups.toSpliced(at, 0, group) }));
    this.focusOn('.add-group');
  }

  protected addItem(at: number): void {
    const item = newItem();
    this.changeGroup(at, { items: [...(this.rubric().groups[at]?.items ?? []), item] });
    this.open.set(item.id);
    this.focusOn(`[data-item="${item.id}"] fc-item-form input`);
  }

  protected removeItem(at: number, item: Item): void {
    const { id: groupId = '', items = [] } = this.rubric().groups[at] ?? {};
    const place = items.findIndex(({ id }) => id === item.id);
    this.changeGroup(at, { items: items.toSpliced(place, 1) });
    this.removed(this.said(item.text), () => {
      const stands = this.rubric().groups.findIndex(({ id }) => id === groupId);
      const now = this.rubric().groups[stands];
      if (now) this.changeGroup(stands, { items: now.items.toSpliced(place, 0, item) });
    });
    this.focusOn(`[data-group="${this.rubric().groups[at]?.id ?? ''}"] .add`);
  }

  protected moveGroup(at: number, by: -1 | 1): void {
    const id = this.rubric().groups[at]?.id ?? '';
    this.tell({ groups: moved(this.rubric().groups, at, by) });
    this.focusOn(`[data-group="${id}"] .move`);
  }

  protected moveItem(group: number, at: number, by: -1 | 1): void {
    const id = this.rubric().groups[group]?.items[at]?.id ?? '';
    this.tell({ groups: itemMoved(this.rubric().groups, group, at, by) });
    this.focusOn(`[data-item="${id}"] .opener`);
  }

  protected keys(event: KeyboardEvent, group: number, at: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.moveItem(group, at, event.key === 'ArrowUp' ? -1 : 1);
  }
}
