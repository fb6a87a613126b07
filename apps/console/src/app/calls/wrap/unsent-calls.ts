import { Component, computed, inject, output } from '@angular/core';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { UnsentWrites } from '../../platform/unsent/unsent-writes.js';
import { State } from '../../ui/state/state.js';
import { CallDay } from '../call-day.js';
import { CallOutbox, type OutgoingCall } from './call-outbox.js';

/** Calls that were saved and have not reached the server: they wait, or it does not take them as they are. */
@Component({
  selector: 'fc-unsent-calls',
  imports: [State],
  template: `
    @if (outbox.waiting(); as waiting) {
      @if (waiting.length > 0) {
        <section class="card" [attr.aria-label]="t('desk.waiting-label')">
          <div class="head" role="status">
            <fc-state state="watch" [label]="t('calls.waiting', { count: waiting.length })" />
            <span class="small quiet">{{ t(why()) }}</span>
            @if (unanswered() > 0) {
              <button type="button" class="button small" (click)="outbox.sendAll()">{{ t('ui.try-now') }}</button>
            }
          </div>
          <ul>
            @for (one of waiting; track one.write.id) {
              <li>
                <time class="faint" [attr.datetime]="one.endedAt">{{ day.time(one.endedAt) }}</time>
                <span class="what">
                  <b>{{ nameOf(one.account) }}</b>
                  @if (one.refusal; as refusal) {
                    <span class="why">{{ sentence(one) }}</span>
                  }
                </span>
                @if (one.refusal) {
                  <span class="acts">
                    <button type="button" class="button small" (click)="back(one)">{{ t('desk.take-back') }}</button>
                    <button type="button" class="button small quiet" (click)="drop(one)">{{ t('desk.drop') }}</button>
                  </span>
                }
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styles: `
    :host(:empty) {
      display: none;
    }
    .card {
      border-color: color-mix(in srgb, var(--fc-watch-fill) 60%, transparent);
      overflow: clip;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 10px;
      padding: 8px 14px;
      background: var(--fc-watch-soft);
      --fc-ground: var(--fc-watch-soft);
    }
    .head .button {
      margin-inline-start: auto;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 12px;
      padding: 7px 14px;
      border-top: 1px solid var(--fc-line);
    }
    .what {
      flex: 1;
      min-width: 0;
    }
    .why {
      display: block;
      color: var(--fc-watch-text);
    }
    .acts {
      display: inline-flex;
      gap: 6px;
    }
  `,
})
export class UnsentCalls {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly outbox = inject(CallOutbox);
  protected readonly day = inject(CallDay);
  private readonly writes = inject(UnsentWrites);
  private readonly problems = inject(ProblemTexts);
  private readonly toasts = inject(Toasts);
  /** What was filled in is the draft of this call again. */
  readonly takenBack = output<string>();

  protected readonly unanswered = computed(
    () => this.outbox.waiting().filter(({ refusal }) => refusal === null).length,
  );
  protected readonly why = computed(() => {
    if (this.unanswered() === 0) return 'desk.waiting-refused';
    return this.writes.isOnDisk() ? 'desk.waiting-why' : 'desk.waiting-in-page';
  });

  protected sentence({ refusal }: OutgoingCall): string {
    return refusal ? this.problems.sentence(new ProblemError(refusal)) : '';
  }

  protected async back(one: OutgoingCall): Promise<void> {
    await this.outbox.takeBack(one);
    this.takenBack.emit(one.callId);
  }

  protected drop(one: OutgoingCall): void {
    void this.outbox.remove(one);
    this.toasts.show({ text: 'desk.dropped', undo: () => this.outbox.restore(one) });
  }
}
