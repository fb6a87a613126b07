import { provideHttpClient } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { Cell, Table, type Column } from './table.js';

interface Row {
  id: string;
  rate: number;
}

@Component({
  imports: [Cell, Table],
  template: `<fc-table
    selectable
    label="Teams"
    [columns]="columns"
    [rows]="rows()"
    [rowId]="idOf"
    [(selected)]="selected"
  >
    <ng-template fcCell="name" [fcCellOf]="rows()" let-row
      ><a [href]="'/' + row.id">{{ row.id }}</a></ng-template
    >
  </fc-table>`,
})
class Page {
  readonly rows = signal<Row[]>(Array.from({ length: 120 }, (_, n) => ({ id: `t${n}`, rate: (n * 7) % 120 })));
  readonly selected = signal<ReadonlySet<string>>(new Set());
  readonly columns: Column<Row>[] = [
    { id: 'name', label: 'Team' },
    { id: 'rate', label: 'Rate', isNumber: true, text: (row) => String(row.rate), sortBy: (row) => row.rate },
  ];
  readonly idOf = (row: Row) => row.id;
}

async function open() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideTextsForTest()] });
  const fixture = TestBed.createComponent(Page);
  const element = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(element);
  await fixture.whenStable();
  const press = async (key: string, init: KeyboardEventInit = {}) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
    await fixture.whenStable();
  };
  const click = async (button: Element | null | undefined) => {
    (button as HTMLElement).click();
    await fixture.whenStable();
  };
  const links = () => [...element.querySelectorAll<HTMLElement>('tbody a')];
  return { page: fixture.componentInstance, element, press, click, links };
}

describe('a table', () => {
  it('shows 50 rows, then 50 more, then the rest', async () => {
    const { element, links, click } = await open();
    expect(links()).toHaveLength(50);
    await click(element.querySelector('.more'));
    expect(links()).toHaveLength(100);
    await click(element.querySelector('.more'));
    expect(links()).toHaveLength(120);
    expect(element.querySelector('.more')).toBeNull();
  });

  it('sorts by a column and says so to readers', async () => {
    const { element, links, click } = await open();
    const head = element.querySelector('thead .number');
    expect(head?.getAttribute('aria-sort')).toBe('none');
    await click(head?.querySelector('button'));
    expect(head?.getAttribute('aria-sort')).toBe('descending');
    expect(element.querySelector('tbody tr .number')?.textContent.trim()).toBe('119');
    await click(head?.querySelector('button'));
    expect(head?.getAttribute('aria-sort')).toBe('ascending');
    expect(links()[0]?.textContent).toBe('t0');
    expect(element.querySelector('thead th:nth-child(2)')?.hasAttribute('aria-sort')).toBe(false);
  });

  it('is walked by J and K and selected by X, a range with Shift', async () => {
    const { page, links, press } = await open();
    links()[0]?.focus();
    await press('j');
    await press('j');
    expect(document.activeElement).toBe(links()[2]);
    await press('x');
    await press('k');
    await press('k');
    await press('X', { shiftKey: true });
    expect([...page.selected()].sort()).toEqual(['t0', 't1', 't2']);
    await press('x');
    expect([...page.selected()].sort()).toEqual(['t1', 't2']);
  });
});
