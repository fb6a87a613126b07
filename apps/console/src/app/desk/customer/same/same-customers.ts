import { Component, computed, DestroyRef, inject, input, output, resource } from '@angular/core';
import type { AccountBrief, PersonBrief } from '@forecall/contracts';
import { injectNameOf } from '../../../platform/i18n/name-of.js';
import { injectTexts } from '../../../platform/i18n/texts.js';
import { Faults } from '../../../platform/notice/faults.js';
import { Toasts } from '../../../platform/notice/toasts.js';
import { Session } from '../../../platform/session/session.js';
import { Drawers } from '../../../ui/drawer/drawers.js';
import { Icon } from '../../../ui/icon/icon.js';
import type { CustomerIds } from '../customer.js';
import { type Comparison, type Merged, MergeDrawer } from './merge-drawer.js';
import { type CustomerKind, MergingClient } from './merging-client.js';

const shownAtMost = 3;

/** Others that may be the customer one looks at, to be compared and merged by those who may. */
@Component({
  selector: 'fc-same-customers',
  imports: [Icon],
  template: `
    @if (mayMerge()) {
      <section [attr.aria-label]="t('desk.same.heading')">
        @if (people().length > 0 || accounts().length > 0) {
          <p class="small quiet">{{ t('desk.same.found') }}</p>
        }
        @for (one of people(); track one.id) {
          <button type="button" class="button small" (click)="compare('person', one.id)">
            <fc-icon name="person" /><span class="clip">{{ t('desk.same.compare', { name: nameOf(one) }) }}</span>
          </button>
        }
        @for (one of accounts(); track one.id) {
          <button type="button" class="button small" (click)="compare('account', one.id)">
            <fc-icon name="account" /><span class="clip">{{
              t('desk.same.compare', { name: nameOf(one) + ' ' + one.number })
            }}</span>
          </button>
        }
        @for (kind of kinds(); track kind) {
          <button type="button" class="link-button small" (click)="compare(kind, null)">
            {{ t('desk.same.another-' + kind) }}
          </button>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      justify-items: start;
      gap: 6px;
    }
    .button {
      justify-content: flex-start;
      max-width: 100%;
      min-width: 0;
    }
    fc-icon {
      flex: none;
      width: 14px;
    }
  `,
})
export class SameCustomers {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly session = inject(Session);
  private readonly drawers = inject(Drawers);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly merging = inject(MergingClient);
  private readonly ending = inject(DestroyRef);
  readonly customer = input.required<CustomerIds>();
  /** The same customer, by other records since: merged, or parted again. */
  readonly renewed = output<CustomerIds>();

  protected readonly mayMerge = computed(() => this.session.hasRole('supervisor', 'head', 'admin'));
  protected readonly kinds = computed((): CustomerKind[] =>
    this.customer().personId === null ? ['account'] : ['person', 'account'],
  );
  private readonly found = resource({
    params: () => {
      const { accountId, personId } = this.customer();
      return this.mayMerge() ? { accountId, personId, version: this.merging.version() } : undefined;
    },
    loader: async ({ params: { accountId, personId } }) => {
      const [likeAccount, likePerson] = await Promise.all([
        this.merging.similarTo('account', accountId),
        personId === null ? null : this.merging.similarTo('person', personId),
      ]);
      return {
        accounts: likeAccount.accounts.slice(0, shownAtMost),
        people: likePerson?.people.slice(0, shownAtMost) ?? [],
      };
    },
  });
  // Where it cannot be asked nothing is offered: the customer can be worked with all the same.
  protected readonly people = computed((): readonly PersonBrief[] =>
    this.found.hasValue() ? this.found.value().people : [],
  );
  protected readonly accounts = computed((): readonly AccountBrief[] =>
    this.found.hasValue() ? this.found.value().accounts : [],
  );

  protected compare(kind: CustomerKind, otherId: string | null): void {
    const { accountId, personId } = this.customer();
    const id = kind === 'account' ? accountId : personId;
    if (id === null) return;
    const merged = (done: Merged) => this.tell(kind, { accountId, personId }, done);
    this.drawers.open(MergeDrawer, { kind, id, accountId, otherId, merged } satisfies Comparison);
  }

  private tell(kind: CustomerKind, before: CustomerIds, { gone, kept, keptId, contacts, mergeId }: Merged): void {
    const after = { ...before, [`${kind}Id`]: keptId };
    const parted = () => this.merging.undo(mergeId).then(() => this.renew(after, before));
    this.toasts.show({
      text: 'desk.same.done',
      values: { gone, kept, count: contacts },
      undo: () => this.faults.heed(parted()),
    });
    this.renew(before, after);
  }

  /** Unless somebody else is looked at by now. */
  private renew(from: CustomerIds, to: CustomerIds): void {
    if (this.ending.destroyed) return;
    const { accountId, personId } = this.customer();
    if (accountId === from.accountId && personId === from.personId) this.renewed.emit(to);
  }
}
