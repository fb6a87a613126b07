import type { Trade } from '@forecall/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The ready-made sets that come with the program: apps/api/trades, beside src and dist. */
const shipped = join(import.meta.dirname, '../../../trades');

const named = { en: z.string().min(1).max(120), zh: z.string().min(1).max(120) };

/** A set as it is written. A reason is answered for by its group's kind unless it names its own. */
const TradeFile = z.strictObject({
  ...named,
  kinds: z.record(z.string(), z.strictObject(named)),
  groups: z
    .array(
      z.strictObject({
        ...named,
        kind: z.string(),
        reasons: z.array(z.strictObject({ ...named, kind: z.string().optional() })).min(1),
      }),
    )
    .min(1),
});

export function readTrade(id: string, text: string): Trade {
  const { en, zh, kinds, groups } = TradeFile.parse(JSON.parse(text));
  const used = groups.flatMap(({ kind, reasons }) => [kind, ...reasons.map((reason) => reason.kind ?? kind)]);
  const strange = used.find((kind) => !(kind in kinds));
  if (strange !== undefined) throw new Error(`${id}: there is no kind “${strange}”.`);
  return {
    ...{ id, nameEn: en, nameZh: zh },
    kinds: Object.entries(kinds).map(([kind, names]) => ({ kind, nameEn: names.en, nameZh: names.zh })),
    groups: groups.map((group) => ({
      ...{ nameEn: group.en, nameZh: group.zh, kind: group.kind },
      reasons: group.reasons.map((reason) => ({
        ...{ key: `${group.en}/${reason.en}`, nameEn: reason.en, nameZh: reason.zh, kind: reason.kind ?? group.kind },
      })),
    })),
  };
}

let known: readonly Trade[] | undefined;

/** Read once: they come with the program and change with it. */
export function shippedTrades(): readonly Trade[] {
  known ??= readdirSync(shipped)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readTrade(name.slice(0, -'.json'.length), readFileSync(join(shipped, name), 'utf8')));
  return known;
}
