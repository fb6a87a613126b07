/** Not in every window: browsers leave Web Locks out of pages that come by plain http from another computer. */
const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;

/** Runs while no other tab of this browser runs something of the same name; one after the other, as they asked. */
export function oneTabAtATime<T>(name: string, act: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager ? manager.request(name, act) : act();
}

/** Runs if the name is free and keeps it for as long; undefined where it is taken, or where nobody can know. */
export async function ifFree<T>(name: string, act: () => Promise<T>): Promise<T | undefined> {
  return locks()?.request(name, { ifAvailable: true }, (lock) => (lock ? act() : Promise.resolve(undefined)));
}

/** Holds the name until this page is gone, however it goes, or until it is let go. False where it stays taken. */
export async function holdName(name: string, waitMilliseconds: number, letGo: AbortSignal): Promise<boolean> {
  const manager = locks();
  if (!manager) return true;
  return new Promise((resolve) => {
    const held = manager.request(name, { signal: AbortSignal.timeout(waitMilliseconds) }, () => {
      resolve(true);
      return new Promise<void>((release) => {
        if (letGo.aborted) release();
        letGo.addEventListener('abort', () => release());
      });
    });
    held.catch(() => resolve(false));
  });
}

/** The names held in any tab; undefined where nobody can know. */
export async function heldNames(): Promise<ReadonlySet<string> | undefined> {
  const snapshot = await locks()?.query();
  return snapshot && new Set(snapshot.held?.map(({ name }) => name ?? ''));
}
