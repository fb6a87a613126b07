import { TestBed } from '@angular/core/testing';
import type { FigureChange } from '@forecall/contracts';
import { Texts } from '../platform/i18n/texts.js';
import { provideTextsForTest } from '../testing/texts.js';
import { FigureTexts, type WrittenAs } from './figure-texts.js';

const change = (difference: number, relative: number | null = null): FigureChange => ({
  ...{ difference, relative, low: null, high: null, isBeyondChance: false },
});

describe('a change', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTextsForTest({})] }));

  it.each<[WrittenAs, FigureChange, string]>([
    // 5.04 % and 4.96 % are shown as 5.0 % both: the exact change is rounded once.
    ['complaint-rate', change(0.0504 - 0.0496), '+0.1 pp'],
    ['complaint-rate', change(-0.0004), '±0.0 pp'],
    ['handled', change(0, -0.0004), '±0.0%'],
    ['handled', change(-12, -0.3), '−30.0%'],
    ['handled', change(3), '+3'],
    ['csat-mean', change(-0.3), '−0.30'],
    ['csat-mean', change(-0.001), '±0.00'],
    ['attribute', change(0), '±0.00'],
    ['nps', change(-0.054), '−5'],
    ['servqual-gap', change(0.25), '+0.25'],
    ['complaints-per-1000-accounts', change(2, 0.5), '+50.0%'],
  ])('of %s is rounded once and has a sign unless it is zero', (metric, of, shown) => {
    expect(TestBed.inject(FigureTexts).change(metric, of)).toBe(shown);
  });

  it('to a figure that is about zero leaves that without a sign', () => {
    expect(TestBed.inject(FigureTexts).value('attribute', -0.001)).toBe('0.00');
    expect(TestBed.inject(FigureTexts).value('attribute', -1.5)).toBe('−1.50');
  });

  it('writes net promoters from -100 to 100, and no dash before what is below zero', () => {
    const texts = TestBed.inject(FigureTexts);
    expect([texts.value('nps', -0.124), texts.value('nps', 1 / 3), texts.tick('nps', 0.5)]).toEqual([
      '−12',
      '33',
      '50',
    ]);
    expect(texts.interval('nps', -0.05, 0.61)).toBe('−5 … 61');
    expect(texts.interval('nps', 0.05, 0.61)).toBe('5–61');
    expect(texts.interval('servqual-gap', -2.5, -1)).toBe('−2.50 … −1.00');
    expect(texts.value('complaints-per-1000-accounts', 12.34)).toBe('12.3');
  });
});

describe('what stands above and below the line', () => {
  beforeEach(async () => {
    const any = { above: '{{ n }} above the line', below: '{{ n }} below the line' };
    const csat = { above: '{{ n }} satisfied', below: { one: '{{ n }} answer', other: '{{ n }} answers' } };
    TestBed.configureTestingModule({ providers: [provideTextsForTest({ 'figures/en': { part: { any, csat } } })] });
    await TestBed.inject(Texts).need('figures');
  });

  it('is said in the words of its metric, of one and of many, else in those of any', () => {
    const texts = TestBed.inject(FigureTexts);
    expect([texts.part('csat', 'above', 1), texts.part('csat', 'below', 1), texts.part('csat', 'below', 1200)]).toEqual(
      [...['1 satisfied', '1 answer', '1,200 answers']],
    );
    expect(texts.part('asa', 'above', -3)).toBe('−3 above the line');
  });
});
