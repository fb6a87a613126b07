import { Component, inject, input, OnInit, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, minLength, required, validate } from '@angular/forms/signals';
import type { AccountCadence } from '@forecall/contracts';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AccountFile } from '../account-file.js';
import { CadenceClient } from './cadence-client.js';
import { injectCadenceWords } from './cadence-words.js';

/** Calls one account more or less often than its class and tier, with the reason. */
@Component({
  selector: 'fc-cadence-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('account.cadence.heading')" [isDirty]="form().dirty()" (closed)="file.close()">
      <fc-panel-form
        [act]="t('account.save')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="file.close()"
      >
        @if (cadence().days; as days) {
          <p class="quiet">
            {{
              t('account.cadence.now', {
                every: t('account.class.every', { count: days }),
                from: words.from(cadence()),
              })
            }}
          </p>
        }
        @if (meanwhile(); as days) {
          <p class="well" role="status">{{ t('account.cadence.meanwhile', { count: days }) }}</p>
        }
        <fc-field [label]="t('account.cadence.days')" [hint]="t('account.cadence.days-hint')">
          <input fcInput type="number" inputmode="numeric" [formField]="form.days" />
        </fc-field>
        <fc-field [label]="t('account.why')" [hint]="t('account.cadence.why-hint')">
          <textarea fcInput rows="3" [formField]="form.why"></textarea>
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class CadenceForm implements OnInit {
  protected readonly t = injectTexts();
  protected readonly words = injectCadenceWords();
  private readonly nameOf = injectNameOf();
  private readonly client = inject(CadenceClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  protected readonly file = inject(AccountFile);
  readonly cadence = input.required<AccountCadence>();

  private readonly entry = signal<{ days: number | null; why: string }>({ days: null, why: '' });
  /** As it was read when this began, or as it was shown since. */
  private before: AccountCadence['own'] = null;
  /** What somebody else set while this was filled in. */
  protected readonly meanwhile = signal<number | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.days);
    min(path.days, 1);
    max(path.days, 366);
    validate(path.days, ({ value }) => (Number.isInteger(value()) ? undefined : { kind: 'invalid' }));
    required(path.why);
    minLength(path.why, 3);
    maxLength(path.why, 500);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ days, why }) => {
    const account = this.file.account();
    if (!account || days === null) return;
    const { before } = this;
    const { changed } = this.file;
    try {
      await this.client.set(account.id, { days, why, was: before?.days ?? null });
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') {
        this.before = (await this.client.read(account.id)).own;
        this.meanwhile.set(this.before?.days ?? null);
        changed();
      }
      throw error;
    }
    this.toasts.show({
      text: 'account.cadence.done',
      values: { name: this.nameOf(account), days: this.t('account.class.every', { count: days }) },
      undo: () =>
        this.faults
          .heed(this.client.set(account.id, { days: before?.days ?? null, why: before?.why ?? '', was: days }))
          .then(changed),
    });
    changed();
    this.file.close();
  });

  ngOnInit(): void {
    this.before = this.cadence().own;
    if (this.before) this.entry.set({ days: this.before.days, why: this.before.why });
  }
}
