/** What the desk's form holds while one talks. */
export interface Entry {
  readonly startedAt: Date;
  readonly channel: 'phone' | 'email' | 'chat' | 'message' | 'visit';
  readonly direction: 'in' | 'out';
  readonly reasonId: string | null;
  readonly note: string;
  readonly ending: 'solved' | 'follow-up' | 'complaint' | null;
  readonly remedySought: string;
  readonly harm: 'small' | 'money' | 'stopped-work' | null;
}

export const emptyEntry = (now: Date): Entry => ({
  startedAt: now,
  channel: 'phone',
  direction: 'in',
  reasonId: null,
  note: '',
  ending: null,
  remedySought: '',
  harm: null,
});

export interface Fault {
  readonly field: 'reasonId' | 'ending' | 'note';
}

/** What is missing before it can be saved. A complaint without a word of what happened helps nobody. */
export function faultsOf({ reasonId, ending, note }: Entry): Fault[] {
  const faults: Fault[] = [];
  if (reasonId === null) faults.push({ field: 'reasonId' });
  if (ending === null) faults.push({ field: 'ending' });
  if (ending === 'complaint' && note.trim() === '') faults.push({ field: 'note' });
  return faults;
}
