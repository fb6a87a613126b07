import { alarmOn } from './alarm-plot.js';
import { dayPlot } from './day-plot.js';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const iso = (time: string) => new Date(at(time)).toISOString();
const plot = dayPlot({ width: 950, from: at('08:00'), to: at('16:00'), most: 0.08, span: 900_000, headroom: 38 });

describe('an alarm on the chart of a day', () => {
  it('covers the stretch from its start to now, with a line where it was raised', () => {
    const drawn = alarmOn(plot, { since: iso('12:00'), raisedAt: iso('13:00') }, at('14:00'));
    expect(drawn?.ground).toEqual({ x: 400, width: 200 });
    expect(drawn?.sign).toEqual({ x: 500, labelX: 488, anchor: 'end', hasLine: true });
  });

  it('begins with the axis where it began before, with its words and no line where it was raised before', () => {
    const drawn = alarmOn(plot, { since: iso('06:00'), raisedAt: iso('07:00') }, at('09:00'));
    expect(drawn).toEqual({
      ground: { x: 0, width: 100 },
      sign: { x: 7, labelX: 19, anchor: 'start', hasLine: false },
    });
  });

  it('is not there where none of it lies on the axis', () => {
    expect(alarmOn(plot, { since: iso('06:00'), raisedAt: iso('06:30') }, at('07:30'))).toBeNull();
  });

  it('leaves room above the plot for its words', () => {
    const without = dayPlot({ width: 950, from: at('08:00'), to: at('16:00'), most: 0.08, span: 900_000 });
    expect(plot.top - without.top).toBe(38);
  });
});
