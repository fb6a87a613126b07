import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Waiting } from '../platform/live/waiting.js';
import { Session } from '../platform/session/session.js';
import { BrandMark } from '../ui/icon/brand-mark.js';
import { Icon } from '../ui/icon/icon.js';
import { initialsOf } from '../ui/text/initials.js';
import { Openers } from './openers.js';
import { Placed } from './places/placed.js';
import type { Place } from './places/places.js';

/** The places of the signed-in user: a column, a rail of icons, or a tab bar at the bottom of a narrow screen. */
@Component({
  selector: 'fc-navigation',
  imports: [RouterLink, RouterLinkActive, BrandMark, Icon],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
  host: { '[class.rail]': 'isRail()' },
})
export class Navigation {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  private readonly waiting = inject(Waiting);
  private readonly locale = inject(Locale).name;
  protected readonly placed = inject(Placed);
  protected readonly openers = inject(Openers);
  readonly isRail = input.required<boolean>({ alias: 'rail' });
  protected readonly name = computed(() => this.session.me()?.name ?? '');
  protected readonly initials = computed(() => initialsOf(this.name()));
  /** "Supervisor", or the unit too where it says more: "Head, Field service". */
  protected readonly part = computed(() => {
    const grant = this.session.me()?.grants[0];
    if (!grant) return '';
    const role = this.t(`role.${grant.role}`);
    // Said here: the contracts’ own words would bring all of them into the first load.
    const unit = (this.locale() === 'zh' && grant.unitNameZh) || grant.unitName;
    return unit ? this.t('role.of', { role, unit }) : role;
  });

  protected waitingAt({ waits }: Place): number {
    return waits === undefined ? 0 : this.waiting.now()[waits];
  }
}
