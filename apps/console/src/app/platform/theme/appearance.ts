import { computed, DOCUMENT, effect, inject, Service } from '@angular/core';
import { mediaMatches } from '../media/media-matches.js';
import { remembered } from '../storage/remembered.js';

export const themeNames = ['light', 'dark', 'system'] as const;
export const densityNames = ['cosy', 'compact'] as const;

/** Light or dark, cosy or compact, as chosen on this browser. */
@Service()
export class Appearance {
  private readonly root = inject(DOCUMENT).documentElement;
  readonly theme = remembered('theme', themeNames, 'system');
  readonly density = remembered('density', densityNames, 'cosy');
  private readonly isSystemDark = mediaMatches('(prefers-color-scheme: dark)');
  /** What is on the screen, chosen or not. */
  readonly isDark = computed(() => {
    const theme = this.theme.value();
    return theme === 'system' ? this.isSystemDark() : theme === 'dark';
  });

  constructor() {
    effect(() => {
      const theme = this.theme.value();
      if (theme === 'system') delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = theme;
      this.root.dataset['density'] = this.density.value();
    });
  }
}
