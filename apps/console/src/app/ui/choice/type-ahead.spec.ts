import { provideHttpClient } from '@angular/common/http';
import { Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { Field } from '../field/field.js';
import { TypeAhead } from './type-ahead.js';

@Component({
  imports: [Field, TypeAhead],
  template: `
    <fc-field label="Fruit">
      <fc-type-ahead [suggestions]="suggestions()" (typed)="typed.set($event)" (pick)="picked.set($event)" />
    </fc-field>
  `,
})
class Page {
  readonly typed = signal('');
  readonly picked = signal('');
  readonly suggestions = computed(() =>
    ['apple', 'pear', 'pineapple'].filter((id) => id.includes(this.typed())).map((id) => ({ id, label: id })),
  );
}

describe('what is typed', () => {
  it('is what Enter picks by, though the last letter was not rendered yet', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideTextsForTest()] });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const box = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    for (const text of ['p', 'pe', 'pear']) {
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(fixture.componentInstance.picked()).toBe('pear');
  });
});
