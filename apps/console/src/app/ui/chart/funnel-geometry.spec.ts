import { bandPath, endLabels, funnelArea, type FunnelDrawn, limitPath } from './funnel-geometry.js';

const limits = (n: number, width: number, target = 0.86) => ({
  n,
  inner: { low: target - width, high: Math.min(1, target + width) },
  outer: { low: Math.max(0, target - 2 * width), high: Math.min(1, target + 2 * width) },
});
const curve = [limits(5, 0.5), limits(50, 0.1), limits(100, 0.07), limits(200, 0.05)];
const dot = (n: number, rate: number) => ({ key: `${n}`, n, rate });
const drawn: FunnelDrawn = {
  ...{ curve, target: 0.86, isFromZero: false },
  dots: [dot(24, 0.9), dot(100, 0.83), dot(200, 0.61)],
};

describe('a funnel on the screen', () => {
  it('cuts the axis of shares at whole steps, with every dot inside', () => {
    const area = funnelArea(drawn, 600);
    expect(area.begins).toBe(0.6);
    expect(area.y(0.6)).toBe(area.height);
    expect(area.y(1)).toBe(0);
    expect(area.isLog).toBe(false);
    expect(area.x(0)).toBe(0);
    expect(area.x(200)).toBeLessThanOrEqual(area.width);
    expect(area.xTicks.every(Number.isInteger)).toBe(true);
  });

  it('begins at 0 for rates of events', () => {
    const area = funnelArea({ ...drawn, isFromZero: true, target: 0.03, dots: [dot(40, 0), dot(60, 0.09)] }, 600);
    expect(area.begins).toBe(0);
    expect(area.y(0)).toBe(area.height);
    const none = funnelArea({ ...drawn, isFromZero: true, target: 0, curve: [], dots: [dot(40, 0)] }, 600);
    expect(none.y(0)).toBe(none.height);
  });

  it('takes a logarithmic axis where one unit is far larger than most', () => {
    const area = funnelArea({ ...drawn, dots: [dot(20, 0.8), dot(40, 0.9), dot(60, 0.85), dot(4000, 0.86)] }, 600);
    expect(area.isLog).toBe(true);
    expect(area.x(40)).toBeGreaterThan(area.width / 10);
    expect(area.xTicks).toEqual([20, 50, 100, 200, 500, 1000, 2000]);
    expect(area.x(20)).toBeGreaterThan(0);
  });

  it('draws the limits along n, and no lower one at 0', () => {
    const area = { x: (n: number) => n, y: (rate: number) => rate * 100 };
    expect(limitPath(area, curve, 'outer', 'low')).toBe('M50.0 66.0L100.0 72.0L200.0 76.0');
    expect(limitPath(area, curve, 'inner', 'high')).toBe('M5.0 100.0L50.0 96.0L100.0 93.0L200.0 91.0');
    expect(bandPath(area, curve.slice(2), 'inner')).toBe('M100.0 93.0L200.0 91.0L200.0 81.0L100.0 79.0Z');
    expect(bandPath(area, [], 'inner')).toBe('');
  });

  it('names its lines at their ends, none upon another', () => {
    const area = funnelArea(drawn, 600);
    const [target, inner, outer] = endLabels(area, drawn);
    expect(target).toEqual({ key: 'target', y: area.y(0.86) });
    expect(inner!.y).toBeGreaterThanOrEqual(target!.y + 13);
    expect(outer!.y).toBeGreaterThanOrEqual(inner!.y + 13);
    const above = endLabels(area, { ...drawn, isFromZero: true });
    expect(above[1]!.y).toBeLessThan(above[0]!.y);
    expect(endLabels(area, { ...drawn, target: null })).toEqual([]);
  });

  it('fits a narrow screen', () => {
    const area = funnelArea(drawn, 320);
    expect(area.svg.width).toBe(320);
    expect(area.xTicks.length).toBeLessThanOrEqual(4);
  });
});
