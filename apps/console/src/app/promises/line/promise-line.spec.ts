import { provideHttpClient } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { emptyPromise, type PromiseDraft } from './promise-draft.js';
import { PromiseLine } from './promise-line.js';

@Component({
  imports: [PromiseLine],
  template: `<fc-promise-line [draft]="draft()" (edit)="draft.set($event)" />`,
})
class Page {
  readonly draft = signal<PromiseDraft | null>(emptyPromise({ staffId: '1', name: 'Liu Yan' }));
}

describe('a promise in a line', () => {
  it('keeps what one field told where another tells something before the next rendering', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideTextsForTest()] });
    const fixture = TestBed.createComponent(Page);
    const element = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    const type = (field: HTMLInputElement, text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const [what, time] = [
      element.querySelector<HTMLInputElement>('.what input')!,
      element.querySelector<HTMLInputElement>('input[inputmode="numeric"]')!,
    ];
    type(what, 'A credit note');
    type(time, '09:30');
    expect(fixture.componentInstance.draft()).toMatchObject({ what: 'A credit note', time: '09:30' });
  });
});
