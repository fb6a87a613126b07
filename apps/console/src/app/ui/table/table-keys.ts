import { Directive, ElementRef, inject, output } from '@angular/core';
import { Keys } from '../../platform/keys/keys.js';
import { takesText } from '../../platform/keys/typing.js';

/** On the body of a table: J and K move between the rows' links, X selects the row one is in, Shift X the range. */
@Directive({ selector: 'tbody[fcTableKeys]', host: { '(keydown)': 'press($event)' } })
export class TableKeys {
  private readonly body = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly keys = inject(Keys);
  readonly selectRow = output<{ row: string; withRange: boolean }>();

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!this.keys.areSingleKeysOn() || takesText(event.target) || !(event.target instanceof Element)) return;
    const row = event.target.closest('tr');
    const key = event.key.toLowerCase();
    if (!row || !['j', 'k', 'x'].includes(key)) return;
    event.preventDefault();
    if (key === 'x') this.selectRow.emit({ row: row.dataset['row'] ?? '', withRange: event.shiftKey });
    else this.focusBeside(row, key === 'j' ? 1 : -1);
  }

  private focusBeside(row: Element, step: 1 | -1): void {
    const rows = [...this.body.querySelectorAll('tr')];
    const next = rows[rows.findIndex((one) => one === row) + step];
    const own = next?.querySelector<HTMLElement>('td:not(.mark) :is(a, button)');
    (own ?? next?.querySelector('input'))?.focus();
  }
}
