import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallOfMyDay } from '@forecall/contracts';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { State } from '../../ui/state/state.js';
import { CallDay } from '../call-day.js';
import { CallsClient } from '../calls-client.js';
import { injectCallSign } from '../list/call-sign.js';

/** What came of a call: when, with whom, what they said, and the way to the contact and complaint that it became. */
@Component({
  selector: 'fc-call-made',
  imports: [RouterLink, Skeleton, State],
  template: `
    <section class="card" [attr.aria-label]="t('calls.made.heading')">
      <div class="card-head">
        <h3>{{ t('calls.made.heading') }}</h3>
        @if (sign(call()); as mark) {
          <fc-state class="push-end" [state]="mark.state" [label]="mark.label" />
        }
      </div>
      <div class="card-body stack">
        <dl class="facts">
          @if (call().endedAt; as at) {
            <dt>{{ t('calls.made.when') }}</dt>
            <dd>{{ day.date(at) }}{{ t('calls.comma') }}{{ day.time(at) }}</dd>
          }
          @if (call().staff; as caller) {
            <dt>{{ t('calls.made.by') }}</dt>
            <dd>{{ caller.name }}</dd>
          }
          @if (call().score; as score) {
            <dt>{{ t('calls.made.score') }}</dt>
            <dd>{{ t('calls.made.of-five', { score, word: t('calls.score.' + score) }) }}</dd>
          }
          @if (contact(); as made) {
            @if (made.person; as person) {
              <dt>{{ t('calls.person') }}</dt>
              <dd>{{ nameOf(person) }}</dd>
            }
            @if (made.complaint; as complaint) {
              <dt>{{ t('calls.problem') }}</dt>
              <dd>
                <a [routerLink]="['/complaints', complaint.id]">{{ complaint.number }}</a>
              </dd>
            }
          }
        </dl>
        @if (contact(); as made) {
          @if (made.note) {
            <p class="well">{{ made.note }}</p>
          } @else if (!made.isCustomerWithheld) {
            <p class="quiet">{{ t('calls.made.no-note') }}</p>
          }
          <p>
            <a class="button" routerLink="/contacts" [queryParams]="{ contact: made.id }">{{
              t('calls.made.contact')
            }}</a>
          </p>
        } @else if (read.status() === 'loading') {
          <fc-skeleton width="70%" />
        }
      </div>
    </section>
  `,
  styles: `
    h3 {
      font-size: var(--fc-text-body);
    }
    .well {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class CallMade {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly sign = injectCallSign();
  private readonly client = inject(CallsClient);
  protected readonly day = inject(CallDay);
  readonly call = input.required<CallOfMyDay>();

  /** As it stands now: it may have been corrected since. */
  protected readonly read = kept(
    resource({
      params: () => this.call().contactId ?? undefined,
      loader: ({ params }) => this.client.contact(params),
    }),
  );
  protected readonly contact = computed(() => {
    const read = this.read.value();
    return read?.id === this.call().contactId ? read : undefined;
  });
}
