import { computed, DestroyRef, DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { createKeybindingsHandler } from 'tinykeys';
import { remembered } from '../storage/remembered.js';
import { isSingleKey, matchable } from './key-press.js';
import { belongsToElement, takesText } from './typing.js';

export interface KeyBinding {
  /** As tinykeys writes it: "?", "g b", "$mod+k", "Alt+r", "ArrowLeft". */
  press: string;
  /** The key of the text that names the act in the list of keys. */
  name: string;
  act: (event: KeyboardEvent) => unknown;
  /** Refused while false; the key then acts for an earlier group, else it is left to the browser. */
  when?: () => boolean;
  /** Not while a text field has the focus, though it has a modifier: "$mod+z" there undoes typing, where anything is typed. */
  outsideText?: boolean | (() => boolean);
}

export interface KeyGroup {
  /** The key of the text that heads the group: "keys.board". */
  title: string;
  bindings: readonly KeyBinding[];
}

/** The keyboard of the console. Each page brings its group, which goes with it; a later group wins over an earlier. */
@Service()
export class Keys {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly registered = signal<readonly KeyGroup[]>([]);
  private readonly singleKeys = remembered('single-keys', ['on', 'off'] as const, 'on');

  /** The newest group first, as the list of keys shows them. */
  readonly groups = computed(() => [...this.registered()].reverse());
  readonly areSingleKeysOn = computed(() => this.singleKeys.value() === 'on');

  private readonly handler = computed(() => {
    const acts = new Map<string, (event: KeyboardEvent) => void>();
    const all = new Map<string, KeyBinding[]>();
    const bindings = this.groups().flatMap((group) => group.bindings);
    // A sequence is tried before the single keys it is made of.
    for (const binding of bindings.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
      if (!this.areSingleKeysOn() && isSingleKey(binding.press)) continue;
      const press = matchable(binding.press);
      const bound = all.get(press) ?? [];
      all.set(press, [...bound, binding]);
      if (bound.length === 0) acts.set(press, (event) => perform(all.get(press) ?? [], event));
    }
    return createKeybindingsHandler(Object.fromEntries(acts), { ignore: belongsToElement });
  });

  constructor() {
    const window = this.window;
    if (!window) return;
    effect((onCleanup) => {
      const handler = this.handler();
      window.addEventListener('keydown', handler);
      onCleanup(() => window.removeEventListener('keydown', handler));
    });
  }

  switchSingleKeys(on: boolean): void {
    this.singleKeys.set(on ? 'on' : 'off');
  }

  /** Adds a group until the returned function is called. */
  add(group: KeyGroup): () => void {
    this.registered.update((groups) => [...groups, group]);
    return () => {
      this.registered.update((groups) => groups.filter((one) => one !== group));
    };
  }
}

/** In a component's constructor or field: the keys live as long as it does. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  inject(DestroyRef).onDestroy(inject(Keys).add({ title, bindings }));
}

const lengthOf = (binding: KeyBinding): number => binding.press.split(' ').length;

/** The newest of them that may. */
function perform(bindings: readonly KeyBinding[], event: KeyboardEvent): void {
  const binding = bindings.find(({ when }) => when?.() !== false);
  if (!binding) return;
  const { outsideText = false } = binding;
  if (takesText(event.target) && (typeof outsideText === 'function' ? outsideText() : outsideText)) return;
  event.preventDefault();
  binding.act(event);
}
