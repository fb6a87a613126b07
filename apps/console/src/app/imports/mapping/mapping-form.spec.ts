import { provideHttpClient } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { blankWordsOf } from './blank-words.js';
import { unknownColumn } from './defaults.js';
import { targetsOf } from './targets.js';
import type { Definition } from './definition.js';
import { MappingForm } from './mapping-form.js';

@Component({
  imports: [MappingForm],
  template: `<fc-mapping-form [(definition)]="definition" [columns]="columns" />`,
})
class Page {
  readonly definition = signal<Definition>({ contact: {} });
  readonly columns = ['Score', 'Remark'].map((name) => unknownColumn(name));
}

describe('the form of a mapping', () => {
  it('keeps each of two changes that follow each other before anything is rendered', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideTextsForTest()] });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const [score, remark] = (fixture.nativeElement as HTMLElement).querySelectorAll('fc-column-card');
    const zero = score!.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    zero.click();
    const holds = remark!.querySelector('select')!;
    holds.value = 'contact.note';
    holds.dispatchEvent(new Event('change'));
    const definition = fixture.componentInstance.definition();
    expect(blankWordsOf(definition, 'Score')).toEqual(['0']);
    expect(targetsOf(definition, 'Remark').map(({ id }) => id)).toEqual(['contact.note']);
  });
});
