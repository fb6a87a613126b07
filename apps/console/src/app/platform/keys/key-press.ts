/** Keys printed otherwise than they are named in a KeyboardEvent. */
const printed: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  Control: 'Ctrl',
};
const printedOnMac: Record<string, string> = { $mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' };

const partsOf = (press: string): string[] => press.split(/(?<=[\w$])\+/);

export const isMac = (platform: string): boolean => /Mac|iPhone|iPad/.test(platform);

/** A binding ("g b", "$mod+k", "?") as the labels of its key caps, one for each press: ["G", "B"], ["Ctrl K"], ["?"]. */
export function keyCaps(press: string, platform: string): string[] {
  const mac = isMac(platform);
  const cap = (key: string): string => {
    if (mac && printedOnMac[key]) return printedOnMac[key];
    if (key === '$mod') return 'Ctrl';
    return printed[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  };
  return press.split(' ').map((one) =>
    partsOf(one)
      .map(cap)
      .join(mac ? '' : ' '),
  );
}

/**
 * A binding in the form tinykeys matches. Alt with a letter goes by the key's place, since on a Mac it types another
 * character; signs may need Shift, depending on the keyboard.
 */
export function matchable(press: string): string {
  return press
    .split(' ')
    .map((one) => {
      const parts = partsOf(one);
      const key = parts.at(-1) ?? '';
      if (parts.includes('Alt') && /^[a-z]$/i.test(key))
        return [...parts.slice(0, -1), `Key${key.toUpperCase()}`].join('+');
      if (parts.length === 1 && key.length === 1 && !/[a-z0-9]/i.test(key)) return `[Shift]+${key}`;
      return one;
    })
    .join(' ');
}

/** Whether a binding is made of characters one types, and so can be switched off (WCAG 2.1.4). */
export const isSingleKey = (press: string): boolean => press.split(' ').every((one) => one.length === 1);
