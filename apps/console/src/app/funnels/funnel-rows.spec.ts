import type { FunnelReply, FunnelUnit } from '@forecall/contracts';
import { byName, funnelCsv, keyed } from './funnel-rows.js';

const unit = (name: string | null, n: number, raw: number): FunnelUnit => ({
  ...{ id: name === null ? null : 'an id', name: name === null ? null : { en: name, zh: name } },
  ...{ isOwn: false, hasReceipts: false, numerator: Math.round(n * raw), n, raw, interval: null, shrunk: null },
  ...{ alike: null, limits: null, standing: 'within-chance', more: null },
});
const units = keyed({
  units: [unit(null, 20, 0.1), unit('Zhou', 30, 0.99), unit('Ada', 40, 0.2), unit(null, 50, 1)],
} as FunnelReply);

describe('the rows of a funnel', () => {
  it('stand by name whatever their rates, those without one by n', () => {
    expect(byName(units, 'en').map(({ name, n }) => name?.en ?? n)).toEqual(['Ada', 'Zhou', 20, 50]);
    const chinese = keyed({ units: [unit('周强', 9, 0.5), unit('李燕', 9, 0.5), unit('陈晨', 9, 0.5)] } as FunnelReply);
    expect(byName(chinese, 'zh').map(({ name }) => name?.zh)).toEqual(['陈晨', '李燕', '周强']);
  });

  it('are copied unrounded, without a name where there is none', () => {
    const lines = funnelCsv(units, 'en', (key) => key).split('\r\n');
    expect(lines[1]).toBe('Ada,8,40,0.2,,,,,,funnels.standing.within-chance');
    expect(lines[3]).toBe(',2,20,0.1,,,,,,funnels.standing.within-chance');
    const alike = { expected: 9.5, weight: 45, rate: 0.178, interval: null };
    const [heads, first, next] = funnelCsv([{ ...units[2]!, alike }, units[1]!], 'en', (key) => key).split('\r\n');
    expect(heads).toMatch(/standing,funnels\.csv\.expected,funnels\.csv\.alike$/);
    expect(first).toBe('Ada,8,40,0.2,,,,,,funnels.standing.within-chance,9.5,0.178');
    expect(next).toBe('Zhou,30,30,0.99,,,,,,funnels.standing.within-chance,,');
  });
});
