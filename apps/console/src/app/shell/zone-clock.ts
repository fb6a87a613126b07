import { Component, DestroyRef, inject, signal } from '@angular/core';
import { Formats } from '../platform/format/formats.js';
import { formatTime } from '../platform/format/moment.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ServerClock } from '../platform/live/server-clock.js';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The organisation's time, which every time on the screen is of. Where this computer shows the same it is left out. */
@Component({
  selector: 'fc-zone-clock',
  template: `
    @if (time(); as shown) {
      {{ t('shell.zone-clock', { time: shown, zone: format.zoneName() }) }}
    }
  `,
  styles: `
    :host {
      flex: none;
      color: var(--fc-text-2);
      font-size: var(--fc-text-small);
      white-space: nowrap;
    }
    @media (max-width: 900px) {
      :host {
        display: none;
      }
    }
  `,
})
export class ZoneClock {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly clock = inject(ServerClock);
  protected readonly time = signal<string | null>(null);

  constructor() {
    const show = () => {
      const now = this.clock.now();
      const time = this.format.time(now);
      this.time.set(time === formatTime(now, ownZone) ? null : time);
    };
    show();
    const timer = setInterval(show, 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
