import { inject, Service } from '@angular/core';
import type { FindHit, FindSource } from '../../ui/find/find-source.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Placed } from '../places/placed.js';
import { ranked } from './rank.js';

/** The pages that the user's roles open. */
@Service()
export class ScreenSource implements FindSource {
  readonly title = 'find.screens';
  private readonly t = injectTexts();
  private readonly placed = inject(Placed);

  find(typed: string): FindHit[] {
    const hits = this.placed.found().map((place): FindHit => ({
      id: `screen:${place.path}`,
      icon: place.icon,
      label: this.t(place.title),
      words: place.words,
      link: `/${place.path}`,
      ...(place.press && { press: `g ${place.press}` }),
    }));
    const own: FindHit = {
      id: 'screen:me',
      icon: 'lock',
      label: this.t('page.me'),
      words: 'password sessions devices 密码 会话 设备 mm',
      link: '/me',
    };
    return ranked([...hits, own], typed);
  }
}
