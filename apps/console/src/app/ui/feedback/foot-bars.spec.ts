import { footPixels } from './foot-bars.js';

describe('the bars at the foot of a page', () => {
  const place = (...bars: readonly (readonly [top: number, bottom: number])[]) => {
    document.body.replaceChildren(
      ...bars.map(([top, bottom]) => {
        const bar = document.createElement('div');
        bar.dataset['footBar'] = '';
        bar.getBoundingClientRect = () => ({ top, bottom, height: bottom - top }) as DOMRect;
        return bar;
      }),
    );
    return footPixels();
  };
  const height = innerHeight;

  it('are passed by from the lowest up, with what lies so near that a toast would cover it', () => {
    expect(place()).toBe(0);
    expect(place([height - 56, height])).toBe(56);
    expect(place([height - 116, height - 56], [height - 56, height])).toBe(116);
    expect(place([height - 100, height - 40])).toBe(100);
  });

  it('count only where they stand at the foot', () => {
    expect(place([100, 160])).toBe(0);
    expect(place([height + 10, height + 60])).toBe(0);
    expect(place([height, height])).toBe(0);
    expect(place([0, height])).toBe(height - 144);
  });
});
