const textFields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]';
const noText = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'range', 'color', 'image']);
/** What handles all of its keys by itself while it has the focus. */
const ownKeys = '[aria-modal="true"], [role="menu"], [role="listbox"]';

/** Whether typed characters go into the element: a text field, or a list that finds by letters. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !noText.has(target.type);
  return target.matches(textFields) || target.isContentEditable;
}

/** Whether an event is nobody's but its element's: text being typed or composed, a menu, a modal dialog. */
export function belongsToElement(event: KeyboardEvent): boolean {
  // "Process": the key went to an input method, before its first event that says isComposing.
  if (event.defaultPrevented || event.repeat || event.isComposing || event.key === 'Process') return true;
  if (event.target instanceof Element && event.target.closest(ownKeys)) return true;
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return !hasModifier && takesText(event.target);
}
