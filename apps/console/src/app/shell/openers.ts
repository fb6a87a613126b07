import { inject, Injector, Service } from '@angular/core';
import { mayPass } from '../platform/http/problem-error.js';
import { Faults } from '../platform/notice/faults.js';
import { partLoader } from '../platform/page/load-part.js';
import { Menus } from '../ui/menu/menus.js';

/** What the shell opens from more than one place; each loaded, with all that floats, when first opened. */
@Service()
export class Openers {
  private readonly injector = inject(Injector);
  private readonly menus = inject(Menus);
  private readonly faults = inject(Faults);
  private readonly palette = partLoader(() => import('./find/open-palette.js'));
  private readonly keysList = partLoader(() => import('./keys-list/open-keys-list.js'));
  private readonly userMenu = partLoader(() => import('./user-menu.js'));
  private readonly bellMenu = partLoader(() => import('./bell/bell-menu.js'));
  private readonly places = partLoader(() => import('./more-places.js'));

  find(): Promise<void> {
    return this.open(async () => (await this.palette()).openPalette(this.injector));
  }

  keys(): Promise<void> {
    return this.open(async () => (await this.keysList()).openKeysList(this.injector));
  }

  own(button: HTMLElement): Promise<void> {
    return this.open(() => this.menus.open(button, () => this.userMenu().then((file) => file.UserMenu)));
  }

  bell(button: HTMLElement): Promise<void> {
    return this.open(() => this.menus.open(button, () => this.bellMenu().then((file) => file.BellMenu)));
  }

  morePlaces(button: HTMLElement): Promise<void> {
    return this.open(() => this.menus.open(button, () => this.places().then((file) => file.MorePlaces)));
  }

  /** What could not be loaded is said above the page, and can be tried again there. */
  private async open(act: () => Promise<void> | void): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!mayPass(error)) throw error;
      this.faults.report(error, () => {
        this.faults.dismiss();
        void this.open(act);
      });
    }
  }
}
