import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Icon } from '../../ui/icon/icon.js';
import { AccountFile } from '../account-file.js';

/** The call that is planned next: who makes it when, and the way to it. */
@Component({
  selector: 'fc-next-call-card',
  imports: [Icon, RouterLink],
  template: `
    @if (file.cadence.value()?.next; as call) {
      <section class="card" aria-labelledby="next-call-heading">
        <div class="card-head">
          <h2 id="next-call-heading">{{ t('account.next-call.heading') }}</h2>
        </div>
        <div class="card-body stack">
          <p>
            <b>{{ when() }}</b>
            <span class="quiet">{{
              call.staff ? t('account.next-call.by', { name: call.staff.name }) : t('account.next-call.nobody')
            }}</span>
            <span class="small quiet due">{{ t('account.next-call.due', { day: format.day(call.dueOn) }) }}</span>
          </p>
          <div class="row wrap">
            @if (hasCalls() && (call.staff || isOwn())) {
              <a class="button" [class.primary]="mayCallNow()" routerLink="/calls" [queryParams]="toCall()"
                ><fc-icon name="phone" />{{ t(mayCallNow() ? 'account.next-call.now' : 'account.next-call.open') }}</a
              >
            }
            @if (call.onDay; as on) {
              @if (hasCalls()) {
                <a class="button quiet" routerLink="/calls/plan" [queryParams]="{ view: 'day', on }">{{
                  t('account.next-call.plan')
                }}</a>
              }
            }
          </div>
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:empty) {
      display: none;
    }
    .row:empty {
      display: none;
    }
    .due {
      display: block;
    }
    p .quiet {
      margin-inline-start: 6px;
    }
    p .due {
      margin-inline-start: 0;
    }
  `,
})
export class NextCallCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly session = inject(Session);
  protected readonly file = inject(AccountFile);

  private readonly call = computed(() => this.file.cadence.value()?.next ?? undefined);
  protected readonly when = computed(() => {
    const { onDay, slotAt } = this.call() ?? {};
    if (!onDay || !slotAt) return this.t('account.next-call.no-place');
    return this.t('account.next-call.when', { day: this.format.day(onDay), time: this.format.time(slotAt) });
  });
  /** One without a place may be made by whoever has the account in care. */
  protected readonly isOwn = computed(() => {
    const caller = this.call()?.staff ?? this.file.account()?.repInCare;
    return caller !== undefined && caller?.id === this.session.me()?.staffId;
  });
  /** What is made sooner would not be this one. */
  protected readonly mayCallNow = computed(
    () => this.isOwn() && (this.call()?.earliestOn ?? '') <= this.format.today(),
  );
  /** Others, such as executives, have no page of calls. */
  protected readonly hasCalls = computed(() => this.session.hasRole('rep', 'supervisor', 'head'));
  protected readonly toCall = computed(() => {
    const { id, staff } = this.call() ?? {};
    return { ...(!this.isOwn() && staff && { staff: staff.id }), call: id, also: id };
  });
}
