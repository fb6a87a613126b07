import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { FilterNames } from './filter-names.js';
import type { FilterKind } from './list-filter.js';

describe('the names behind the ids of filters', () => {
  it.each<[FilterKind, string[]]>([
    ['team', []],
    ['department', []],
    ['staff', ['/api/organisation/staff/7']],
  ])('are asked for one by one of people alone: %s', (kind, asked) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideTextsForTest({ en: {} })],
    });
    const word = TestBed.inject(FilterNames).wordOf({ name: 'of', label: 'of', kind }, '7', (day) => day);
    expect(word).toBe('');
    expect(
      TestBed.inject(HttpTestingController)
        .match(() => true)
        .map(({ request }) => request.url),
    ).toEqual(asked);
  });
});
