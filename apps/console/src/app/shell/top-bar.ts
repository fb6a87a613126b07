import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../platform/i18n/texts.js';
import { PageHead } from '../platform/page/page-head.js';
import { Session } from '../platform/session/session.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { initialsOf } from '../ui/text/initials.js';
import { BellButton } from './bell/bell-button.js';
import { ConnectionSign } from './connection-sign.js';
import { Openers } from './openers.js';
import { ZoneClock } from './zone-clock.js';

/** Where one is, find, connection, keys. A page's own acts sit in its head, not here. */
@Component({
  selector: 'fc-top-bar',
  imports: [RouterLink, BellButton, Icon, KeyCaps, ConnectionSign, ZoneClock],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
  host: { role: 'banner' },
})
export class TopBar {
  protected readonly t = injectTexts();
  protected readonly head = inject(PageHead);
  protected readonly openers = inject(Openers);
  private readonly session = inject(Session);
  protected readonly name = computed(() => this.session.me()?.name ?? '');
  protected readonly initials = computed(() => initialsOf(this.name()));
}
