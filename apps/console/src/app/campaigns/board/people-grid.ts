import { Component, computed, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import type { CoveredPerson } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { inGridOrder } from './coverage-sums.js';
import { StandingMark } from './standing-mark.js';

/** One mark for each person of a team, sorted by where they stand. One stop for Tab; arrows walk, Enter opens. */
@Component({
  selector: 'fc-people-grid',
  imports: [StandingMark],
  template: `
    @for (one of sorted(); track one.candidateId; let n = $index) {
      <button
        type="button"
        [attr.aria-label]="
          t('campaigns.person', { name: one.staff.name, standing: t('campaigns.standing.' + one.standing) })
        "
        [title]="t('campaigns.person', { name: one.staff.name, standing: t('campaigns.standing.' + one.standing) })"
        [attr.aria-pressed]="one.candidateId === opened()"
        [tabindex]="n === at() ? 0 : -1"
        (keydown)="walk($event)"
        (focus)="at.set(n)"
        (click)="open.emit(one)"
      >
        <fc-standing-mark [standing]="one.standing" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      max-width: 316px;
      margin: -4px;
    }
    button {
      display: grid;
      place-items: center;
      width: 24px;
      height: 24px;
      padding: 0;
      border: 0;
      border-radius: 6px;
      background: none;
      cursor: pointer;
    }
    button:hover {
      background: var(--fc-hover);
    }
    button[aria-pressed='true'] {
      background: var(--fc-accent-soft);
      box-shadow: 0 0 0 1px var(--fc-accent);
    }
    @media (max-width: 640px) {
      :host {
        max-width: none;
      }
      button {
        width: 32px;
        height: 32px;
      }
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
})
export class PeopleGrid {
  protected readonly t = injectTexts();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly label = input.required<string>();
  readonly people = input.required<readonly CoveredPerson[]>();
  readonly opened = input<string | null>(null);
  readonly open = output<CoveredPerson>();
  protected readonly sorted = computed(() => inGridOrder(this.people()));
  /** Which of them Tab comes to. */
  protected readonly at = linkedSignal<number, number>({
    source: () => this.sorted().length,
    computation: (count, before) => Math.max(0, Math.min(before?.value ?? 0, count - 1)),
  });

  protected walk(event: KeyboardEvent): void {
    const buttons = [...this.host.querySelectorAll('button')];
    const from = this.at();
    const to = this.target(event.key, from, buttons);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[to]?.focus();
  }

  private target(key: string, from: number, buttons: readonly HTMLElement[]): number | undefined {
    const last = buttons.length - 1;
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    if (key === 'ArrowRight') return Math.min(last, from + 1);
    if (key === 'ArrowLeft') return Math.max(0, from - 1);
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
    // The one that stands above or below.
    const here = buttons[from];
    const inColumn = buttons
      .map((button, n) => ({ n, button }))
      .filter(({ button }) => button.offsetLeft === here?.offsetLeft);
    const place = inColumn.findIndex(({ n }) => n === from);
    return inColumn[place + (key === 'ArrowDown' ? 1 : -1)]?.n ?? from;
  }
}
