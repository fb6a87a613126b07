import { InjectionToken, type Provider, type Type } from '@angular/core';
import type { IconName } from '../icon/icon-paths.js';

/** One line of the palette. */
export interface FindHit {
  /** The same thing has the same id at every search; recent ones are kept by it. */
  id: string;
  icon: IconName;
  /** Ready to print, in the language in force. */
  label: string;
  /** Grey after the label. */
  note?: string;
  /** Grey at the right end. */
  aside?: string;
  /** More that finds it: the other language, pinyin initials, a number. */
  words?: string;
  /** The key that does the same without the palette. */
  press?: string;
  /** Where it leads; Ctrl Enter opens it in a new tab. Else `act` is done. */
  link?: string;
  act?: () => unknown;
}

/** A kind of thing that the palette finds. */
export interface FindSource {
  /** The key of the text that heads its hits. */
  readonly title: string;
  /** The server is asked: only when typing pauses, and what is asked no more is cancelled. */
  readonly isFar?: true;
  /** Hits for what was typed, best first; the empty text asks for what is offered before typing. */
  find(typed: string, signal: AbortSignal): readonly FindHit[] | Promise<readonly FindHit[]>;
}

export type LazyFindSource = () => Promise<Type<FindSource>>;

/** What the palette searches, each loaded when it first opens. */
export const lazyFindSources = new InjectionToken<readonly LazyFindSource[]>('Sources of the palette');

/** A feature's line in the application's providers. The order of the lines is the order of the groups. */
export const provideFindSource = (load: LazyFindSource): Provider => ({
  provide: lazyFindSources,
  useValue: load,
  multi: true,
});
