import { CdkMenu, CdkMenuItem } from '@angular/cdk/menu';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../platform/i18n/texts.js';
import { Icon } from '../ui/icon/icon.js';
import { MenuAnchor } from '../ui/menu/menu-anchor.js';
import { Placed } from './places/placed.js';

/** The places that the tab bar of a narrow screen has no room for. */
@Component({
  selector: 'fc-more-places',
  imports: [CdkMenu, CdkMenuItem, Icon, MenuAnchor, RouterLink],
  template: `
    <fc-menu-anchor [panel]="panel" />
    <ng-template #panel>
      <div class="menu" cdkMenu>
        @for (place of placed.narrow().more; track place.path) {
          <a class="menu-item" cdkMenuItem [routerLink]="['/', place.path]">
            <fc-icon [name]="place.icon" />
            {{ t(place.title) }}
          </a>
        }
      </div>
    </ng-template>
  `,
})
export class MorePlaces {
  protected readonly t = injectTexts();
  protected readonly placed = inject(Placed);
}
