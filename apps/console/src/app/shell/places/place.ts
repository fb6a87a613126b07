import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import type { RoleName } from '@forecall/contracts';
import type { IconName } from '../../ui/icon/icon-paths.js';

/** A page of the navigation. Its `load` gives the routes below its path. */
export interface Place {
  path: string;
  /** The key of its name. */
  title: string;
  icon: IconName;
  roles: readonly RoleName[];
  /** The letter after G. */
  press?: string;
  /** More that finds it in the palette: both languages and the initials of the pinyin. */
  words: string;
  /** What of one's own waits there; the navigation shows how much. */
  waits?: 'due' | 'calls';
  /** The navigation is a rail there, for the page's own columns. */
  isRail?: boolean;
  /** It is a tab of another place: found in the palette, and not in the navigation. */
  isTab?: boolean;
  /** Nobody begins the day there, whose other places follow it. */
  isNoHome?: boolean;
  /** The key of the heading it stands under. */
  section?: string;
  load?: () => Promise<Routes | Type<unknown>>;
}
