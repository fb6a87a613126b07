import type { ChangeRecoverySetting, RecoverySetting } from '@forecall/contracts';

export const lowKinds = ['csat', 'nps', 'ces'] as const;
export type LowKind = (typeof lowKinds)[number];

/** What is filled in: the highest score that is low, '' for none. */
export type LowEntry = Record<LowKind, string> & { dueMinutes: number };

const limits = { csat: [1, 4], nps: [0, 9], ces: [1, 6] } as const;

/** The scores up to which an answer can be low. */
export function lowScores(kind: LowKind): number[] {
  const [least, most] = limits[kind];
  return Array.from({ length: most - least + 1 }, (_, n) => least + n);
}

export const lowEntryOf = ({ csatMost, npsMost, cesMost, dueMinutes }: RecoverySetting): LowEntry => ({
  ...{ csat: written(csatMost), nps: written(npsMost), ces: written(cesMost), dueMinutes },
});

export const lowToldOf = ({ csat, nps, ces, dueMinutes }: LowEntry, revision: number): ChangeRecoverySetting => ({
  ...{ csatMost: read(csat), npsMost: read(nps), cesMost: read(ces), dueMinutes, revision },
});

const written = (score: number | null) => (score === null ? '' : String(score));
const read = (text: string) => (text === '' ? null : Number(text));
