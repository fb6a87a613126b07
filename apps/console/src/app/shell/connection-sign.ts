import { Component, computed, inject } from '@angular/core';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import type { ConnectionState } from '../platform/live/connection.js';
import { Live } from '../platform/live/live.js';
import { Glyph, type StateName } from '../ui/state/glyph.js';

const glyphs: Record<ConnectionState, StateName> = {
  connecting: 'none',
  live: 'usual',
  reconnecting: 'watch',
  offline: 'stale',
};

/** The connection and the age of what is on the screen. Readers hear the state once per change, not each second. */
@Component({
  selector: 'fc-connection-sign',
  imports: [Glyph],
  template: `
    <fc-glyph [state]="glyph()" />
    <b aria-hidden="true">{{ word() }}</b>
    <span class="age" aria-hidden="true">{{ age() }}</span>
    <span class="visually-hidden" role="status">{{ announcement() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 7px;
      flex: none;
      height: 30px;
      padding: 0 4px;
      color: var(--fc-text-2);
      font-size: var(--fc-text-small);
      white-space: nowrap;
    }
    b {
      color: var(--fc-text);
    }
    .age {
      min-width: 46px;
    }
    @media (max-width: 640px) {
      .age {
        display: none;
      }
    }
  `,
})
export class ConnectionSign {
  private readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly live = inject(Live);
  protected readonly glyph = computed(() => glyphs[this.live.state()]);
  protected readonly word = computed(() => this.t(`live.${this.live.state()}`));
  private readonly seconds = computed(() => Math.floor(this.live.ageMilliseconds() / 1_000));
  protected readonly age = computed(() => {
    switch (this.live.state()) {
      case 'connecting':
        return '';
      case 'live':
        return this.format.ago(this.seconds());
      case 'reconnecting':
        return this.format.old(this.seconds());
      case 'offline':
        return this.t('live.since', { time: this.format.time(this.live.silentSince()) });
    }
  });
  protected readonly announcement = computed(() => {
    const state = this.live.state();
    return state === 'connecting' ? '' : this.t(`live.says-${state}`);
  });
}
