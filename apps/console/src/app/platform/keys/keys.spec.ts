import { TestBed } from '@angular/core/testing';
import { keyCaps, matchable } from './key-press.js';
import { Keys, type KeyBinding } from './keys.js';

function press(key: string, init: KeyboardEventInit & { on?: Element } = {}): KeyboardEvent {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...init });
  (init.on ?? document.body).dispatchEvent(event);
  return event;
}

function setUp(...presses: (string | Partial<KeyBinding>)[]) {
  const done: string[] = [];
  const keys = TestBed.inject(Keys);
  const bindings = presses.map((one): KeyBinding => {
    const given = typeof one === 'string' ? { press: one } : one;
    const name = given.press ?? '';
    return { press: name, name, act: () => done.push(name), ...given };
  });
  const remove = keys.add({ title: 'keys.page', bindings });
  TestBed.tick();
  return { keys, done, remove };
}

function field(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body.querySelector<HTMLElement>('[data-here]') ?? document.body;
}

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '';
});

describe('the keys', () => {
  it('act by a single letter, a sequence and a combination', () => {
    const { done } = setUp('t', 'g b', '$mod+k', '?');
    press('t');
    press('g');
    press('b');
    press('k', { ctrlKey: true });
    press('?', { shiftKey: true });
    expect(done).toEqual(['t', 'g b', '$mod+k', '?']);
  });

  it('take a sequence before the single key that ends it', () => {
    const { done } = setUp('b', 'g b');
    press('g');
    press('b');
    press('b');
    expect(done).toEqual(['g b', 'b']);
  });

  it('finish a sequence though a page brings or takes keys between its presses', () => {
    const { done, keys } = setUp('g b');
    press('g');
    const remove = keys.add({ title: 'keys.chart', bindings: [{ press: 't', name: 't', act: () => done.push('t') }] });
    TestBed.tick();
    press('b');
    press('g');
    remove();
    TestBed.tick();
    press('b');
    expect(done).toEqual(['g b', 'g b']);
  });

  it('act for an earlier group where the later one may not', () => {
    let may = false;
    const { done, keys } = setUp('k');
    keys.add({
      title: 'keys.panel',
      bindings: [{ press: 'k', name: 'k', act: () => done.push('later'), when: () => may }],
    });
    TestBed.tick();
    press('k');
    may = true;
    press('k');
    expect(done).toEqual(['k', 'later']);
  });

  it.each([
    '<input data-here>',
    '<input type="search" data-here>',
    '<textarea data-here></textarea>',
    '<select data-here></select>',
    '<div role="menu"><button data-here></button></div>',
    '<div aria-modal="true"><button data-here></button></div>',
  ])('leave single letters to %s', (html) => {
    const { done } = setUp('t', 'Escape', 'g b');
    const on = field(html);
    for (const key of ['t', 'Escape', 'g', 'b']) press(key, { on });
    expect(done).toEqual([]);
  });

  it('act on a focused button or check box, and by combinations in a text field', () => {
    const { done } = setUp('t', '$mod+k');
    press('t', { on: field('<input type="checkbox" data-here>') });
    press('k', { on: field('<input data-here>'), ctrlKey: true });
    expect(done).toEqual(['t', '$mod+k']);
  });

  it('leave undoing in a text field to the browser', () => {
    const { done } = setUp({ press: '$mod+z', outsideText: true });
    const typed = press('z', { on: field('<input data-here>'), ctrlKey: true });
    expect(typed.defaultPrevented).toBe(false);
    press('z', { ctrlKey: true });
    expect(done).toEqual(['$mod+z']);
  });

  it('leave undoing to the browser only while there is something typed to undo', () => {
    let isTyped = true;
    const { done } = setUp({ press: '$mod+z', outsideText: () => isTyped });
    const on = field('<input data-here>');
    press('z', { on, ctrlKey: true });
    expect(done).toEqual([]);
    isTyped = false;
    press('z', { on, ctrlKey: true });
    expect(done).toEqual(['$mod+z']);
  });

  it('leave letters that compose a Chinese word to the input method', () => {
    const { done } = setUp('t');
    press('t', { isComposing: true });
    press('Process', { code: 'KeyT' });
    expect(done).toEqual([]);
  });

  it('can have their single letters switched off, which is remembered', () => {
    const { keys, done } = setUp('t', 'g b', '$mod+k');
    keys.switchSingleKeys(false);
    TestBed.tick();
    press('t');
    press('g');
    press('b');
    press('k', { ctrlKey: true });
    expect(done).toEqual(['$mod+k']);
    expect(localStorage.getItem('forecall.single-keys')).toBe('off');
  });

  it('of a page go with it, and win over those below while it is there', () => {
    const { keys, done } = setUp('t');
    const remove = keys.add({
      title: 'keys.other',
      bindings: [{ press: 't', name: 'x', act: () => done.push('upper') }],
    });
    TestBed.tick();
    press('t');
    remove();
    TestBed.tick();
    press('t');
    expect(done).toEqual(['upper', 't']);
  });

  it('that are refused stay with the browser', () => {
    const { done } = setUp({ press: 't', when: () => false });
    expect(press('t').defaultPrevented).toBe(false);
    expect(done).toEqual([]);
  });
});

describe('a binding', () => {
  it.each([
    ['g b', ['G', 'B'], ['G', 'B']],
    ['$mod+k', ['Ctrl K'], ['⌘K']],
    ['Alt+r', ['Alt R'], ['⌥R']],
    ['$mod+Enter', ['Ctrl ↵'], ['⌘↵']],
    ['ArrowLeft', ['←'], ['←']],
    ['?', ['?'], ['?']],
  ])('%s is printed on its key caps', (one, onPc, onMac) => {
    expect(keyCaps(one, 'Linux x86_64')).toEqual(onPc);
    expect(keyCaps(one, 'MacIntel')).toEqual(onMac);
  });

  it('goes by the place of the key with Alt, and lets signs have Shift', () => {
    expect(matchable('Alt+r')).toBe('Alt+KeyR');
    expect(matchable('?')).toBe('[Shift]+?');
    expect(matchable('g b')).toBe('g b');
  });
});
