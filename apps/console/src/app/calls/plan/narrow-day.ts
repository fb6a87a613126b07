import { Component, inject, input, output } from '@angular/core';
import type { CallInPlan, PlanDay } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { CallFacts } from './call-facts.js';
import { glyphOf, injectMarkWords, markOf } from './call-marks.js';
import { LoadFigures } from './load-figures.js';
import { injectLoadWords } from './load-words.js';
import { loadOf } from './loads.js';
import { PlanView } from './plan-view.js';

/** A day as a list, where there is no room for hours: a press on a call opens what is known of it. */
@Component({
  selector: 'fc-narrow-day',
  imports: [CallFacts, Glyph, LoadFigures, State],
  template: `
    @for (caller of plan().callers; track caller.staff.id) {
      <section class="card" [attr.aria-label]="caller.staff.name">
        <div class="card-head">
          <h2 class="clip">{{ caller.staff.name }}</h2>
          <fc-load-figures class="push-end" [load]="loadOf(caller.load)" />
          @if (words.over(loadOf(caller.load)); as text) {
            <fc-state state="watch" [label]="text" />
          }
        </div>
        @if (words.away(caller.load); as why) {
          <p class="away small quiet">{{ why }}</p>
        }
        <ul>
          @for (call of caller.calls; track call.id) {
            <li>
              <button
                type="button"
                [attr.aria-expanded]="call.id === view.callId()"
                (click)="view.callId.set(call.id === view.callId() ? null : call.id)"
              >
                <span class="when">{{ timeOf(call) }}</span>
                <b class="clip">{{ nameOf(call.account) }}</b>
                @if (markOf(call); as mark) {
                  <fc-glyph [state]="glyphOf[mark]" />
                }
                <span class="small quiet why">{{ marks(call)[0] }}</span>
              </button>
              @if (call.id === view.callId()) {
                <fc-call-facts
                  [call]="call"
                  [mayMove]="call.state === 'planned'"
                  (opened)="opened.emit($event)"
                  (moved)="moved.emit($event)"
                />
              }
            </li>
          } @empty {
            @if (!words.away(caller.load)) {
              <li class="none small faint">{{ t('call-plan.no-call') }}</li>
            }
          }
        </ul>
      </section>
    }
    @if (plan().unplaced.length > 0) {
      <section class="card" [attr.aria-label]="t('call-plan.without-place')">
        <div class="card-head">
          <h2>{{ t('call-plan.without-place') }}</h2>
        </div>
        <ul>
          @for (call of plan().unplaced; track call.id) {
            <li class="none">
              <fc-call-facts
                [call]="call"
                [mayMove]="true"
                (opened)="opened.emit($event)"
                (moved)="moved.emit($event)"
              />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './narrow.css',
})
export class NarrowDay {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly words = injectLoadWords();
  protected readonly marks = injectMarkWords();
  protected readonly format = inject(Formats);
  protected readonly view = inject(PlanView);
  readonly plan = input.required<PlanDay>();
  readonly opened = output<CallInPlan>();
  readonly moved = output<CallInPlan>();
  protected readonly markOf = markOf;
  protected readonly glyphOf = glyphOf;
  protected readonly loadOf = loadOf;

  protected timeOf(call: CallInPlan): string {
    const at = call.endedAt ?? call.slotAt;
    return at === null ? '–' : this.view.timeOf(call, at);
  }
}
