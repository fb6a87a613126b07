import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
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

  it('a widest reason is chosen of those that are part of no other, any reason of all', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideTextsForTest({ en: {} })],
    });
    const names = TestBed.inject(FilterNames);
    names.need();
    TestBed.tick();
    const reason = (id: string, nameEn: string, parentId: string | null) => ({ id, nameEn, nameZh: nameEn, parentId });
    const http = TestBed.inject(HttpTestingController);
    http.expectOne(({ url }) => url.endsWith('/organisation')).flush({ departments: [] });
    http
      .expectOne(({ url }) => url.endsWith('/reasons'))
      .flush({ reasons: [reason('1', 'Returns', null), reason('2', 'Return request', '1')] });
    await TestBed.inject(ApplicationRef).whenStable();
    const suggested = async (kind: FilterKind) => (await names.suggest(kind, 'return')).map(({ id }) => id);
    expect(await suggested('widest-reason')).toEqual(['1']);
    expect(await suggested('reason')).toEqual(['1', '2']);
    const word = names.wordOf({ name: 'widest-reason', label: 'of', kind: 'widest-reason' }, '1', (day) => day);
    expect(word).toBe('Returns');
  });
});
