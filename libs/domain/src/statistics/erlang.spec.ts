import fc from 'fast-check';
import { uniformDraws } from '../testing/draws.js';
import { answeredWithin, erlangB, erlangC, erlangs, fewestAgents, meanWaitSeconds } from './erlang.js';

/** Both by their sums, not by the recursion. */
function bySums(load: number, agents: number): { b: number; c: number } {
  const terms = [1];
  for (let i = 1; i <= agents; i += 1) terms.push((terms[i - 1]! * load) / i);
  const all = terms.reduce((sum, term) => sum + term, 0);
  const last = terms[agents]!;
  const waiting = (last * agents) / (agents - load);
  return { b: last / all, c: waiting / (all - last + waiting) };
}

describe('a queue that nobody leaves', () => {
  /** 5 erlangs and 10 agents in the tables of Erlang's loss formula; one agent alone waits as busy as they are. */
  it('waits as the tables say', () => {
    expect(erlangB(5, 10)).toBeCloseTo(0.018385, 6);
    expect(erlangB(1, 1)).toBeCloseTo(0.5, 12);
    expect(erlangC(0.6, 1)).toBeCloseTo(0.6, 12);
    // One agent: the wait is the load over what is left, times the handling time.
    expect(meanWaitSeconds({ load: 0.6, agents: 1, handlingSeconds: 120 })).toBeCloseTo((0.6 / 0.4) * 120, 9);
  });

  it('waits as the sums of its states say', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), fc.integer({ min: 1, max: 20 }), (load, more) => {
        const agents = Math.floor(load) + more;
        const { b, c } = bySums(load, agents);
        expect(erlangB(load, agents)).toBeCloseTo(b, 10);
        expect(erlangC(load, agents)).toBeCloseTo(c, 10);
      }),
      { seed: 5 },
    );
  });

  it('waits so long by simulation', () => {
    const draw = uniformDraws(21);
    const [agents, handling, gap] = [4, 180, 60];
    const free = Array.from({ length: agents }, () => 0);
    let [now, waited, inTime] = [0, 0, 0];
    const calls = 60_000;
    for (let call = 0; call < calls; call += 1) {
      now -= gap * Math.log(1 - draw());
      const agent = free.indexOf(Math.min(...free));
      const start = Math.max(now, free[agent]!);
      waited += start - now;
      inTime += start - now <= 20 ? 1 : 0;
      free[agent] = start - handling * Math.log(1 - draw());
    }
    const queue = { load: erlangs(60, 3600, handling), agents, handlingSeconds: handling };
    expect(Math.abs(waited / calls / meanWaitSeconds(queue)! - 1)).toBeLessThan(0.1);
    expect(Math.abs(inTime / calls - answeredWithin(queue, 20))).toBeLessThan(0.02);
  });

  it('grows without end where the load is no less than the agents', () => {
    const queue = { load: 10, agents: 10, handlingSeconds: 180 };
    expect([erlangC(10, 10), meanWaitSeconds(queue), answeredWithin(queue, 20)]).toEqual([1, null, 0]);
  });

  it('needs as many agents as meet the goal, and one less does not', () => {
    const queue = { load: 23.5, handlingSeconds: 240 };
    const agents = fewestAgents(queue, 20, 0.8);
    expect(answeredWithin({ ...queue, agents }, 20)).toBeGreaterThanOrEqual(0.8);
    expect(answeredWithin({ ...queue, agents: agents - 1 }, 20)).toBeLessThan(0.8);
    expect(() => fewestAgents(queue, 20, 1)).toThrow('The goal must be between 0 and 1, and is 1');
    expect(() => erlangs(-1, 60, 60)).toThrow('The calls must be at least 0, and are -1');
  });
});
