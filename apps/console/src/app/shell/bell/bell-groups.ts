import type { NotificationEntry } from '@forecall/contracts';

export interface BellGroup {
  readonly thing: string;
  /** The newest of it, which is shown. */
  readonly newest: NotificationEntry;
  readonly olderCount: number;
  readonly isUnread: boolean;
}

/** By what they are about, the thing with the newest first. `entries` come newest first. */
export function bellGroups(entries: readonly NotificationEntry[]): BellGroup[] {
  const things = new Map<string, NotificationEntry[]>();
  for (const entry of entries) things.set(entry.thing, [...(things.get(entry.thing) ?? []), entry]);
  return [...things].flatMap(([thing, told]) => {
    const [newest, ...older] = told;
    if (!newest) return [];
    return [{ thing, newest, olderCount: older.length, isUnread: told.some(({ readAt }) => readAt === null) }];
  });
}
