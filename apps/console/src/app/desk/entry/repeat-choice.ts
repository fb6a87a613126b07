import { Component, computed, inject, input, output, resource } from '@angular/core';
import type { EarlierComplaints } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { DeskClient } from '../desk-client.js';
import type { Entry } from './entry.js';

type Earlier = EarlierComplaints['complaints'][number];
const shownAtMost = 3;

/** Have they complained of this before? A complaint is linked to the earlier one, and still counts. */
@Component({
  selector: 'fc-repeat-choice',
  imports: [KeyCaps],
  template: `
    @if (earlier().length > 0) {
      <h4 class="small">{{ t('desk.earlier') }}</h4>
      <ul>
        @for (one of earlier(); track one.id) {
          <li>
            <span class="what">
              {{ one.number }}
              <span class="quiet"
                >{{ aboutOf(one) }}{{ t('ui.clause-comma') }}{{ format.date(one.firstReceivedAt) }}</span
              >
            </span>
            <button type="button" class="button small" [attr.aria-pressed]="isLinked(one)" (click)="toggle(one)">
              {{ isLinked(one) ? t('desk.repeat-linked') : t('desk.repeat') }}
              <span class="visually-hidden">{{ one.number }}</span>
              @if ($first) {
                <fc-key-caps press="Alt+l" />
              }
            </button>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './repeat-choice.css',
})
export class RepeatChoice {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(DeskClient);
  readonly entry = input.required<Entry>();
  readonly edit = output<Partial<Entry>>();

  private readonly asked = computed(
    () => {
      const { customer, reasonId } = this.entry();
      return customer ? { accountId: customer.accountId, reasonId } : undefined;
    },
    { equal: (one, other) => one?.accountId === other?.accountId && one?.reasonId === other?.reasonId },
  );
  private readonly found = resource({
    params: this.asked,
    loader: ({ params }) => this.client.earlierComplaints(params.accountId, params.reasonId),
  });
  protected readonly earlier = computed(() =>
    (this.found.hasValue() ? this.found.value().complaints : []).slice(0, shownAtMost),
  );

  constructor() {
    useKeys('keys.desk', [
      {
        press: 'Alt+l',
        name: 'desk.repeat',
        act: () => this.toggleNearest(),
        when: () => this.earlier().length > 0,
      },
    ]);
  }

  protected isLinked({ id }: Earlier): boolean {
    return this.entry().repeatOf?.id === id;
  }

  protected toggle(one: Earlier): void {
    const accountId = this.asked()?.accountId;
    const repeatOf = this.isLinked(one) || accountId === undefined ? null : { id: one.id, accountId };
    this.edit.emit({ repeatOf });
  }

  protected aboutOf({ reason }: Earlier): string {
    if (!reason) return this.t('desk.no-reason');
    return this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }

  private toggleNearest(): void {
    const [nearest] = this.earlier();
    if (nearest) this.toggle(nearest);
  }
}
