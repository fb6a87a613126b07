import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallInPlan } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { formatEndTime, formatTime } from '../../platform/format/moment.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { Glyph } from '../../ui/state/glyph.js';
import { glyphOf, injectMarkWords, markOf } from './call-marks.js';
import { PlanView } from './plan-view.js';

/** What is known of the call that one looks at, and what can be done with it. */
@Component({
  selector: 'fc-call-facts',
  imports: [Glyph, KeyCaps, RouterLink],
  template: `
    <div class="what">
      <div class="row wrap">
        @if (markOf(call()); as mark) {
          <fc-glyph [state]="glyphOf[mark]" />
        }
        <a [routerLink]="['/accounts', call().account.id]"
          ><b>{{ nameOf(call().account) }}</b></a
        >
        @if (call().account.careClass; as careClass) {
          <span class="pill accent">{{ t('desk.class.' + careClass) }}</span>
        }
        @if (call().tier; as tier) {
          <span class="pill">{{ t('calls.tier', { tier }) }}</span>
        }
        <span class="nowrap">{{ when() }}</span>
      </div>
      <p class="small quiet">
        @for (word of words(call()); track word) {
          <span>{{ word }}</span>
        }
        @if (window(); as text) {
          <span>{{ text }}</span>
        }
      </p>
    </div>
    <div class="row">
      <button type="button" class="button" (click)="opened.emit(call())">
        {{ t('call-plan.brief') }}<fc-key-caps press="Enter" />
      </button>
      @if (mayMove()) {
        <button type="button" class="button" (click)="moved.emit(call())">
          {{ t('calls.move.open') }}<fc-key-caps press="m" />
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      min-width: 0;
    }
    .what {
      display: grid;
      gap: 2px;
      min-width: 0;
    }
    .row {
      gap: 4px 8px;
    }
    p span:not(:last-child)::after {
      margin: 0 6px;
      color: var(--fc-text-3);
      content: '·';
    }
  `,
})
export class CallFacts {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = injectMarkWords();
  protected readonly format = inject(Formats);
  private readonly view = inject(PlanView);
  readonly call = input.required<CallInPlan>();
  readonly mayMove = input(false);
  readonly opened = output<CallInPlan>();
  readonly moved = output<CallInPlan>();
  protected readonly markOf = markOf;
  protected readonly glyphOf = glyphOf;

  protected when(): string {
    const { endedAt, slotAt, onDay, staff } = this.call();
    const name = staff?.name ?? this.t('call-plan.nobody');
    const at = endedAt ?? slotAt;
    if (at === null) return name;
    const day = onDay === null || endedAt !== null ? this.format.date(at) : this.format.day(onDay);
    return this.t('call-plan.when', { day, time: this.view.timeOf(this.call(), at), name });
  }

  /** "Can be called 09:00–12:00 (theirs 10:00–13:00)". */
  protected window(): string {
    const { windows, zone, staff, state } = this.call();
    if (state !== 'planned' || staff === null) return '';
    if (windows.length === 0) return this.t('call-plan.no-window');
    const own = this.view.zoneOf(staff.id);
    const told = (clock: string) =>
      windows
        .map(({ from, to }) => `${formatTime(from, clock)}–${formatEndTime(to, clock)}`)
        .join(this.t('call-plan.comma'));
    const [ours, theirs] = [told(own), told(zone ?? own)];
    return ours === theirs ? this.t('call-plan.window', { ours }) : this.t('call-plan.window-there', { ours, theirs });
  }
}
