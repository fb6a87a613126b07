import { Component, computed, DestroyRef, inject, input, resource, signal } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Session } from '../../platform/session/session.js';
import { DeskClient } from '../desk-client.js';

/** How long this contact has lasted, and how many there were today. */
@Component({
  selector: 'fc-call-bar',
  template: `
    @if (startedAt(); as start) {
      <i aria-hidden="true"></i>
      <b>{{ t('desk.in-contact') }}</b>
      <span class="clock" role="timer" [attr.aria-label]="t('desk.clock')">{{ format.callClock(seconds()) }}</span>
      <span class="quiet">{{ t('desk.since', { time: format.time(start) }) }}</span>
    } @else {
      <i class="idle" aria-hidden="true"></i>
      <b>{{ t('desk.ready') }}</b>
      <span class="quiet wide">{{ t('desk.ready-text') }}</span>
    }
    <span class="push-end small faint" role="status">
      @if (today(); as count) {
        {{ t('desk.today', { count, shown: format.count(count) }) }}
      }
    </span>
  `,
  styleUrl: './call-bar.css',
})
export class CallBar {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly clock = inject(ServerClock);
  private readonly session = inject(Session);
  private readonly client = inject(DeskClient);
  readonly startedAt = input.required<string | null>();
  /** How many were logged since the page was opened: each counts at once. */
  readonly logged = input.required<number>();

  private readonly now = signal(this.clock.now().getTime());
  protected readonly seconds = computed(() => Math.max(0, (this.now() - Date.parse(this.startedAt() ?? '')) / 1_000));
  private readonly before = resource({
    params: () => this.session.me()?.staffId,
    loader: ({ params }) => this.client.handledOn(params, this.format.today()),
  });
  protected readonly today = computed(() => (this.before.hasValue() ? this.before.value() + this.logged() : 0));

  constructor() {
    const timer = setInterval(() => this.now.set(this.clock.now().getTime()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
