import { Component, computed, DestroyRef, inject, input, resource, signal } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Session } from '../../platform/session/session.js';
import { DeskClient } from '../desk-client.js';
import type { Entry } from '../entry/entry.js';

/** How long this contact has lasted, from where it came, and how many there were today. */
@Component({
  selector: 'fc-call-bar',
  template: `
    @if (begin(); as start) {
      <i aria-hidden="true" [class.over]="phase() === 'after-call'"></i>
      <b>{{ t('desk.phase.' + phase()) }}</b>
      <span class="clock" role="timer" [attr.aria-label]="t('desk.clock')">{{ format.callClock(seconds()) }}</span>
      @if (from(); as text) {
        <span class="quiet clip wide">{{ text }}</span>
      } @else {
        <span class="quiet">{{ t('desk.since', { time: format.time(start) }) }}</span>
      }
    } @else {
      <i class="idle" aria-hidden="true"></i>
      <b>{{ t('desk.ready') }}</b>
      <span class="quiet wide">{{ t('desk.ready-text') }}</span>
    }
    <span class="push-end end">
      @if (waited(); as text) {
        <span class="pill wide">{{ text }}</span>
      }
      <span class="small faint nowrap" role="status">
        @if (today(); as count) {
          {{ t('desk.today', { count, shown: format.count(count) }) }}
        }
      </span>
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
  readonly entry = input.required<Entry>();
  /** How many were logged since the page was opened: each counts at once. */
  readonly logged = input.required<number>();

  private readonly now = signal(this.clock.now().getTime());
  /** With a call: while it rings, while they talk, and after they hung up. */
  protected readonly phase = computed(() => {
    const { call } = this.entry();
    if (!call) return 'in-contact';
    if (call.endedAt !== null) return 'after-call';
    return call.answeredAt === null ? 'ringing' : 'on-call';
  });
  protected readonly begin = computed(() => {
    const { call, startedAt } = this.entry();
    return call ? (call.endedAt ?? call.answeredAt ?? call.startedAt) : startedAt;
  });
  protected readonly seconds = computed(() => Math.max(0, (this.now() - Date.parse(this.begin() ?? '')) / 1_000));
  protected readonly from = computed(() => {
    const { call, phone, direction } = this.entry();
    const number = call?.phone ?? phone;
    return number && [this.t(`desk.number-${direction}`, { number }), call?.queue].filter(Boolean).join(', ');
  });
  protected readonly waited = computed(() => {
    const seconds = this.entry().call?.waitSeconds ?? null;
    return seconds === null ? '' : this.t('desk.waited', { time: this.format.callClock(seconds) });
  });
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
