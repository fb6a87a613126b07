import { Component, DestroyRef, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import type { KeptDraft } from '../../platform/storage/browser-database.js';
import { Drafts } from '../../platform/unsent/drafts.js';
import { deskForm, entryFrom } from '../entry/draft.js';
import type { Entry } from '../entry/entry.js';

interface LeftDraft {
  readonly draft: KeptDraft;
  readonly entry: Entry;
}

const lookAgainMilliseconds = 3_000;

/** What this user had begun in tabs that are no more: crashed, closed, or of a computer that went off. */
@Component({
  selector: 'fc-left-drafts',
  template: `
    @if (left().length > 0) {
      <section class="card" [attr.aria-label]="t('desk.left-drafts')">
        <ul>
          @for (one of left(); track one.draft.tab) {
            <li>
              <span class="what">
                <b>{{
                  t('desk.left-draft', { time: format.dayTime(one.entry.startedAt ?? ''), customer: whoseOf(one) })
                }}</b>
                <span class="begun quiet">{{ one.entry.note }}</span>
              </span>
              <span class="acts">
                <button
                  type="button"
                  class="button small"
                  [attr.aria-disabled]="!isFormFree()"
                  [title]="isFormFree() ? '' : t('desk.form-full')"
                  (click)="isFormFree() && take(one)"
                >
                  {{ t('desk.take-up') }}
                </button>
                <button type="button" class="button small quiet" (click)="drop(one)">{{ t('desk.drop') }}</button>
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './waiting-entries.css',
})
export class LeftDrafts {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  /** A form that holds something has no room for a draft. */
  readonly isFormFree = input.required<boolean>();
  readonly takeUp = output<Entry>();
  protected readonly left = signal<readonly LeftDraft[]>([]);

  constructor() {
    // Another tab may end, or take one up, at any time.
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.load();
    }, lookAgainMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    void this.load();
  }

  /** Puts by what the form has no room for. */
  async add(entry: Entry): Promise<void> {
    await this.drafts.putBy(deskForm, entry);
    await this.load();
  }

  protected whoseOf({ entry: { customer } }: LeftDraft): string {
    return customer ? this.nameOf(customer.person ?? customer.account) : this.t('desk.unknown-caller');
  }

  protected async take({ draft, entry }: LeftDraft): Promise<void> {
    if (await this.drafts.takeUp(draft)) this.takeUp.emit(entry);
    await this.load();
  }

  protected async drop({ draft }: LeftDraft): Promise<void> {
    await this.drafts.drop(draft);
    await this.load();
    const undo = () => this.drafts.restore(draft).then(() => this.load());
    this.toasts.show({ text: 'desk.draft-dropped', undo });
  }

  private async load(): Promise<void> {
    const left = await this.drafts.leftBehind(deskForm);
    this.left.set(
      left.flatMap((draft) => {
        const entry = entryFrom(draft.content);
        return entry ? [{ draft, entry }] : [];
      }),
    );
  }
}
