import { afterRenderEffect, Component, ElementRef, inject, input, model, output } from '@angular/core';
import type { DepartmentEntry, ReasonEntry } from '@forecall/contracts';
import { injectUnitName, phaseOf } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Icon } from '../ui/icon/icon.js';
import type { TreeRow } from './tree-order.js';

/**
 * The tree as a grid of rows: arrows walk, open and close it, Enter shows the reason beside it. One row at a time takes
 * part in the order of Tab.
 */
@Component({
  selector: 'fc-reason-tree',
  imports: [Icon],
  templateUrl: './reason-tree.html',
  styleUrl: './reason-tree.css',
})
export class ReasonTree {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Locale).name;
  private readonly clock = inject(ServerClock);
  private readonly unitName = injectUnitName();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly rows = input.required<readonly TreeRow[]>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  /** The reason that is open beside the tree. */
  readonly open = input<string>();
  /** The row the keys act on. */
  readonly current = model<string | null>(null);
  readonly collapsed = model<ReadonlySet<string>>(new Set());
  readonly shown = output<string>();
  /** A row that moves loses the focus on its way; it gets it back where it arrives. */
  private hadFocus = false;

  constructor() {
    afterRenderEffect(() => {
      this.rows();
      if (this.hadFocus && !this.host.contains(document.activeElement)) this.focus(this.current());
    });
  }

  protected nameOf(reason: ReasonEntry): string {
    return this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }

  protected otherNameOf(reason: ReasonEntry): { text: string; lang: string } {
    return this.locale() === 'zh' ? { text: reason.nameEn, lang: 'en' } : { text: reason.nameZh, lang: 'zh' };
  }

  protected departmentOf({ answerableDepartmentId }: ReasonEntry): string {
    const department = this.departments().find(({ id }) => id === answerableDepartmentId);
    return department ? this.unitName(department) : '';
  }

  protected isClosed(reason: ReasonEntry): boolean {
    return phaseOf(reason, this.clock.now()) === 'past';
  }

  protected changeOf(reason: ReasonEntry): string {
    if (reason.to !== null) {
      const day = this.format.date(new Date(Date.parse(reason.to) - 1));
      return this.t(this.isClosed(reason) ? 'organisation.change.closed' : 'organisation.change.closes', { day });
    }
    const isComing = reason.from !== null && phaseOf(reason, this.clock.now()) === 'coming';
    return isComing && reason.from !== null
      ? this.t('organisation.change.opens', { day: this.format.date(reason.from) })
      : '';
  }

  protected isStop(row: TreeRow, index: number): boolean {
    const current = this.rows().some(({ reason }) => reason.id === this.current()) ? this.current() : null;
    return current === null ? index === 0 : row.reason.id === current;
  }

  protected entered(row: TreeRow): void {
    this.current.set(row.reason.id);
    this.hadFocus = true;
  }

  protected left(event: FocusEvent): void {
    // A row that is taken out of the page leaves without somewhere to go.
    if (event.relatedTarget instanceof Node) this.hadFocus = this.host.contains(event.relatedTarget);
  }

  protected toggle(row: TreeRow): void {
    const collapsed = new Set(this.collapsed());
    if (!collapsed.delete(row.reason.id)) collapsed.add(row.reason.id);
    this.collapsed.set(collapsed);
  }

  protected press(event: KeyboardEvent, row: TreeRow, index: number): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = this.rows();
    const go = (to: TreeRow | undefined) => this.focus(to?.reason.id ?? null);
    switch (event.key) {
      case 'ArrowDown':
        go(rows[index + 1]);
        break;
      case 'ArrowUp':
        go(rows[index - 1]);
        break;
      case 'Home':
        go(rows[0]);
        break;
      case 'End':
        go(rows.at(-1));
        break;
      case 'ArrowRight':
        if (row.hasChildren && !row.isExpanded) this.toggle(row);
        else if (row.hasChildren) go(rows[index + 1]);
        break;
      case 'ArrowLeft':
        if (row.hasChildren && row.isExpanded) this.toggle(row);
        else go(rows.find(({ reason }) => reason.id === row.reason.parentId));
        break;
      case 'Enter':
      case ' ':
        this.shown.emit(row.reason.id);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  focus(id: string | null): void {
    if (id === null) return;
    this.host.querySelector<HTMLElement>(`[data-reason="${id}"]`)?.focus();
  }
}
