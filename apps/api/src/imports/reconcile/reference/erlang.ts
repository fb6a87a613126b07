import { answeredWithin, erlangB, erlangC, erlangs, fewestAgents, meanWaitSeconds } from '@forecall/domain';
import { z } from 'zod';
import { compareKeys, type Ours } from './compared-keys.js';
import { each, isListOf, type Reader } from './reading.js';

const number = z.number().optional();
const Given = z.object({
  ...{ calls: number, period_s: number, aht_s: number, agents: number, target_s: number },
  ...{ erlangs: number, goal: number },
});

const inputs = new Set([
  ...['id', 'calls', 'period_s', 'aht_s', 'agents', 'target_s', 'goal', 'published', 'source', 'note'],
]);

/** Lists of queues: by calls in a period or by their load, with what follows for a number of agents or for a goal. */
export const readErlang: Reader = (part) =>
  isListOf(part, (item) => 'erlangs' in item || ('calls' in item && 'aht_s' in item))
    ? each(part, (item, name) =>
        compareKeys(name, ours(Given.parse(item)), {
          computed: Object.fromEntries(
            Object.entries(item).filter(([key]) => !inputs.has(key) && !(key === 'erlangs' && !('calls' in item))),
          ),
          published: item.published,
        }),
      )
    : undefined;

function ours({ calls, period_s, aht_s, agents, target_s, goal, erlangs: given }: z.output<typeof Given>): Ours {
  const load =
    calls !== undefined && aht_s !== undefined ? erlangs(calls, period_s ?? 3600, aht_s) : (given ?? Number.NaN);
  const needed =
    goal !== undefined && aht_s !== undefined && target_s !== undefined
      ? fewestAgents({ load, handlingSeconds: aht_s }, target_s, goal)
      : undefined;
  const staff = agents ?? needed;
  return {
    erlangs: load,
    ...(needed !== undefined && { min_agents: needed }),
    ...(staff !== undefined && withAgents(load, staff, aht_s, target_s)),
  };
}

function withAgents(load: number, agents: number, aht?: number, target?: number): Ours {
  const waiting = erlangC(load, agents);
  return {
    ...{ erlang_b: erlangB(load, agents), erlang_c: waiting, p_wait: waiting, p_immediate: 1 - waiting },
    occupancy: Math.min(1, load / agents),
    ...(aht !== undefined && { asa_s: meanWaitSeconds({ load, agents, handlingSeconds: aht }) }),
    ...(aht !== undefined &&
      target !== undefined && { service_level: answeredWithin({ load, agents, handlingSeconds: aht }, target) }),
  };
}
