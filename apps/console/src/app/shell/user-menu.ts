import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio } from '@angular/cdk/menu';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../platform/format/formats.js';
import { Locale, localeNames } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Appearance, densityNames, themeNames } from '../platform/theme/appearance.js';
import { Icon } from '../ui/icon/icon.js';
import { MenuAnchor } from '../ui/menu/menu-anchor.js';
import { injectLeave } from './leave.js';

/** What is the user's own: language, look, sign-in. */
@Component({
  selector: 'fc-user-menu',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, Icon, MenuAnchor, RouterLink],
  templateUrl: './user-menu.html',
})
export class UserMenu {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly session = inject(Session);
  protected readonly locale = inject(Locale);
  protected readonly appearance = inject(Appearance);
  protected readonly localeNames = localeNames;
  protected readonly themeNames = themeNames;
  protected readonly densityNames = densityNames;
  protected readonly leave = injectLeave();
}
