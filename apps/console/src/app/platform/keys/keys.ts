import { computed, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
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
  private readonly registered = signal<readonly KeyGroup[]>([]);
  private readonly singleKeys = remembered('single-keys', ['on', 'off'] as const, 'on');

  /** The newest group first, as the list of keys shows them. */
  readonly groups = computed(() => [...this.registered()].reverse());
  readonly areSingleKeysOn = computed(() => this.singleKeys.value() === 'on');

  /** What may be pressed now; sequences first, so that they are tried before the single keys they are made of. */
  private readonly bound = computed(() => {
    const bound = new Map<string, KeyBinding[]>();
    const bindings = this.groups().flatMap((group) => group.bindings);
    for (const binding of bindings.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
      if (!this.areSingleKeysOn() && isSingleKey(binding.press)) continue;
      const press = matchable(binding.press);
      bound.set(press, [...(bound.get(press) ?? []), binding]);
    }
    return bound;
  });
  /** One for each press, for ever: a sequence that is begun goes on though pages bring and take keys meanwhile. */
  private readonly matchers = new Map<string, EventListener>();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const hear = (event: Event): void => {
      for (const press of this.bound().keys()) this.matcherOf(press)(event);
    };
    window?.addEventListener('keydown', hear);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('keydown', hear));
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

  private matcherOf(press: string): EventListener {
    const known = this.matchers.get(press);
    if (known) return known;
    // Where an act took the event, the others leave it.
    const act = (event: KeyboardEvent) => perform(this.bound().get(press) ?? [], event);
    const made = createKeybindingsHandler({ [press]: act }, { ignore: belongsToElement });
    this.matchers.set(press, made);
    return made;
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
