/** Which of the browser's stores: `local` outlives the tab, `session` a reload of it. */
export type StoreName = 'local' | 'session';

const storeOf = (name: StoreName): Storage => (name === 'local' ? localStorage : sessionStorage);

/** What was kept under a key, or undefined; also where storage is refused or holds what is no JSON. */
export function readKept(name: StoreName, key: string): unknown {
  try {
    const text = storeOf(name).getItem(keptKey(key));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Whether it is kept now; null takes it away. */
export function keep(name: StoreName, key: string, value: unknown): boolean {
  try {
    if (value === null) storeOf(name).removeItem(keptKey(key));
    else storeOf(name).setItem(keptKey(key), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const keptKey = (key: string): string => `forecall.${key}`;
