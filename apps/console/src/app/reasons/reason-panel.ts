import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { DepartmentEntry, ReasonEntry } from '@forecall/contracts';
import { EndForm, injectPeriodText, injectUnitName, Undoable } from '../organisation/index.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { Panel } from '../ui/panel/panel.js';
import { ReasonForm } from './reason-form.js';
import { ReasonsClient } from './reasons-client.js';
import { directions, placeAfter, subtree, type Direction } from './tree-order.js';

type Task = 'look' | 'change' | 'close' | 'add';

const pressOf = { up: 'Alt+ArrowUp', down: 'Alt+ArrowDown', in: 'Alt+ArrowRight', out: 'Alt+ArrowLeft' } as const;

/** One reason: its names, who answers, and the acts on it. */
@Component({
  selector: 'fc-reason-panel',
  imports: [EndForm, Icon, KeyCaps, Panel, ReasonForm],
  templateUrl: './reason-panel.html',
  styleUrl: './reason-panel.css',
})
export class ReasonPanel {
  protected readonly t = injectTexts();
  protected readonly periodText = injectPeriodText();
  private readonly unitName = injectUnitName();
  private readonly locale = inject(Locale).name;
  private readonly client = inject(ReasonsClient);
  private readonly undoable = inject(Undoable);
  private readonly faults = inject(Faults);
  readonly reason = input.required<ReasonEntry>();
  readonly reasons = input.required<readonly ReasonEntry[]>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();
  readonly added = output<string>();
  readonly moved = output<Direction>();

  private readonly id = computed(() => this.reason().id);
  protected readonly task = linkedSignal({ source: this.id, computation: (): Task => 'look' });
  protected readonly parent = computed(() => this.reasons().find(({ id }) => id === this.reason().parentId));
  protected readonly below = computed(() => subtree(this.reasons(), this.reason()).length - 1);
  protected readonly name = computed(() => this.nameOf(this.reason()));
  protected readonly department = computed(() => {
    const { answerableDepartmentId } = this.reason();
    const found = this.departments().find(({ id }) => id === answerableDepartmentId);
    return found ? this.unitName(found) : '';
  });
  protected readonly moves = computed(() =>
    directions.map((direction) => ({
      direction,
      icon: ({ up: 'up', down: 'down', in: 'right', out: 'left' } as const)[direction],
      press: pressOf[direction],
      isPossible: placeAfter(this.reasons(), this.reason(), direction) !== null,
    })),
  );

  protected readonly back = (): void => this.task.set('look');

  protected readonly close = async (from: string): Promise<void> => {
    const { id, revision } = this.reason();
    const acting = this.client.close(id, from, revision);
    await this.undoable.does(acting, 'reasons.done.closed', { name: this.name() }, this.changed());
  };

  protected reopen(): Promise<void> {
    const { id, revision } = this.reason();
    const acting = this.client.reopen(id, revision);
    return this.faults.heed(this.undoable.does(acting, 'reasons.done.reopened', { name: this.name() }, this.changed()));
  }

  protected nameOf({ nameEn, nameZh }: ReasonEntry): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }
}
