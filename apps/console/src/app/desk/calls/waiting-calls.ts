import { Component, computed, inject, input, output } from '@angular/core';
import type { DeskCall } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { DeskCalls } from './desk-calls.js';

/** Calls that ring here, or were answered here and are not in the form: nothing that was said goes unlogged unseen. */
@Component({
  selector: 'fc-waiting-calls',
  imports: [Icon, KeyCaps],
  template: `
    @if (calls().length > 0) {
      <ul [attr.aria-label]="t('desk.calls')" aria-live="polite">
        @for (call of calls(); track call.id; let first = $first) {
          <li [class.ringing]="call.state === 'ringing'">
            <fc-icon name="phone" />
            <span class="who">
              <b class="clip">{{ whose(call) }}</b>
              <span class="small quiet">{{ what(call) }}</span>
            </span>
            @if (call.state !== 'ringing') {
              <button type="button" class="button small" (click)="take.emit(call)">
                {{ t('desk.take-call') }}
                @if (first) {
                  <fc-key-caps press="Alt+a" />
                }
              </button>
              <button type="button" class="button small quiet" (click)="dismiss(call)">
                {{ t('desk.dismiss-call') }}
              </button>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      display: grid;
      margin: 0;
      padding: 0;
      border-bottom: 1px solid var(--fc-line);
      background: var(--fc-accent-soft);
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 44px;
      padding: 4px 20px;
    }
    li + li {
      border-top: 1px solid var(--fc-line);
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 10px;
      flex: 1;
      min-width: 0;
    }
    @media (max-width: 640px) {
      li {
        flex-wrap: wrap;
        padding: 8px 16px;
      }
      .who {
        flex: 1 1 80%;
      }
    }
  `,
})
export class WaitingCalls {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly desk = inject(DeskCalls);
  private readonly faults = inject(Faults);
  /** The call in the form: that one does not wait. */
  readonly takenId = input.required<string | null>();
  readonly take = output<DeskCall>();
  protected readonly calls = computed(() => this.desk.all().filter(({ id }) => id !== this.takenId()));

  /** The first that may be taken, for the key. */
  takeFirst(): void {
    const call = this.calls().find(({ state }) => state !== 'ringing');
    if (call) this.take.emit(call);
  }

  protected whose({ people, phone }: DeskCall): string {
    const [person] = people;
    if (!person) return phone || this.t('desk.unknown-caller');
    const name = people.length === 1 ? this.nameOf(person) : this.t('desk.one-of', { count: people.length });
    return `${name}, ${this.nameOf(person.account)}`;
  }

  protected what({ state, direction, queue, phone, people, startedAt }: DeskCall): string {
    const words = [this.t(`desk.call-state.${state}.${direction}`), this.format.time(startedAt)];
    if (people.length > 0) words.push(phone);
    return [...words, queue].filter(Boolean).join(', ');
  }

  protected dismiss(call: DeskCall): void {
    void this.faults.heed(this.desk.dismiss(call.id));
  }
}
