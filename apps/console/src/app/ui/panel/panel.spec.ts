import { provideHttpClient } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Texts } from '../../platform/i18n/texts.js';
import { provideTextsForTest } from '../../testing/texts.js';
import { Panel } from './panel.js';

@Component({
  imports: [Panel],
  template: `<fc-panel heading="Mary Osei" [isDirty]="isDirty()" (closed)="close()"><input /></fc-panel>`,
})
class Page {
  readonly isDirty = signal(false);
  readonly closings: string[] = [];
  protected close(): void {
    this.closings.push('closed');
  }
}

// jsdom has no media.
beforeAll(() => Object.assign(globalThis, { matchMedia: () => ({ matches: false }) }));

async function open() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideTextsForTest({ en: { ui: { close: 'Close' } } })],
  });
  await TestBed.inject(Texts).use('en');
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const escape = () =>
    (fixture.nativeElement as HTMLElement)
      .querySelector('input')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  return { page: fixture.componentInstance, escape };
}

describe('a panel', () => {
  it('closes by Esc', async () => {
    const { page, escape } = await open();
    escape();
    expect(page.closings).toEqual(['closed']);
  });

  it('stays where something was typed, though Esc comes before that is drawn', async () => {
    const { page, escape } = await open();
    page.isDirty.set(true);
    escape();
    expect(page.closings).toEqual([]);
  });
});
