import { provideHttpClient } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { Choices } from './choices.js';
import { Segment } from './segment.js';

@Component({
  imports: [Choices, Segment],
  template: `
    <fc-segment label="Window" [options]="windows" [(value)]="window" />
    <fc-choices label="How did it end?" [options]="endings" [(value)]="ending" />
  `,
})
class Page {
  readonly window = signal('hour');
  readonly ending = signal<string | null>(null);
  readonly windows = ['hour', 'day'].map((value) => ({ value, label: value }));
  readonly endings = [
    { value: 'solved', label: 'Solved', press: 's' },
    { value: 'complaint', label: 'Complaint', press: 'c' },
  ];
}

async function open() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideTextsForTest()] });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const radios = (part: string) => [...element.querySelectorAll<HTMLInputElement>(`${part} input`)];
  return { page: fixture.componentInstance, fixture, element, radios };
}

describe('a segment', () => {
  it('is one group with a name, and tells which is chosen', async () => {
    const { page, element, radios, fixture } = await open();
    expect(element.querySelector('[role=radiogroup]')?.getAttribute('aria-label')).toBe('Window');
    expect(radios('fc-segment').map((radio) => radio.checked)).toEqual([true, false]);
    radios('fc-segment')[1]?.click();
    await fixture.whenStable();
    expect(page.window()).toBe('day');
  });

  it('keeps its buttons apart from those of another group', async () => {
    const { radios } = await open();
    const names = new Set([...radios('fc-segment'), ...radios('fc-choices')].map((radio) => radio.name));
    expect(names.size).toBe(2);
  });
});

describe('choices', () => {
  it('are picked by their letters while the group has the focus', async () => {
    const { page, radios, fixture } = await open();
    const press = (key: string, init: KeyboardEventInit = {}) =>
      radios('fc-choices')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
    press('C');
    await fixture.whenStable();
    expect(page.ending()).toBe('complaint');
    expect(radios('fc-choices').map((radio) => radio.checked)).toEqual([false, true]);
    press('s', { ctrlKey: true });
    press('x');
    expect(page.ending()).toBe('complaint');
  });
});
