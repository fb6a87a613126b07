import { inject, Injector, Service } from '@angular/core';
import { Menus } from '../ui/menu/menus.js';

/** What the shell opens from more than one place; each loaded, with all that floats, when first opened. */
@Service()
export class Openers {
  private readonly injector = inject(Injector);
  private readonly menus = inject(Menus);

  async find(): Promise<void> {
    const { openPalette } = await import('./find/open-palette.js');
    openPalette(this.injector);
  }

  async keys(): Promise<void> {
    const { openKeysList } = await import('./keys-list/open-keys-list.js');
    openKeysList(this.injector);
  }

  own(button: HTMLElement): Promise<void> {
    return this.menus.open(button, () => import('./user-menu.js').then((file) => file.UserMenu));
  }

  bell(button: HTMLElement): Promise<void> {
    return this.menus.open(button, () => import('./bell/bell-menu.js').then((file) => file.BellMenu));
  }

  morePlaces(button: HTMLElement): Promise<void> {
    return this.menus.open(button, () => import('./more-places.js').then((file) => file.MorePlaces));
  }
}
