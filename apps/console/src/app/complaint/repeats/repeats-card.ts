import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { ComplaintDetail, EarlierComplaints } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';

type Earlier = EarlierComplaints['complaints'][number];
interface Act {
  readonly act: 'link' | 'unlink' | 'merge' | 'unmerge';
  readonly other: { readonly id: string; readonly number: string };
}

/** Earlier complaints of the account, to be linked as repeated or merged as the same. */
@Component({
  selector: 'fc-repeats-card',
  imports: [Field, FormField, Input, PanelForm, RouterLink],
  templateUrl: './repeats-card.html',
  styleUrl: './repeats-card.css',
})
export class RepeatsCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(ComplaintClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly complaint = input.required<ComplaintDetail>();
  /** Reads the page anew. */
  readonly changed = input.required<() => void>();

  private readonly found = resource({
    params: () => ({ id: this.complaint().id, revision: this.complaint().revision }),
    loader: ({ params }) => this.client.earlier(params.id),
  });
  protected readonly earlier = computed(() => {
    const { repeatOf, mergedInto } = this.complaint();
    return (this.found.hasValue() ? this.found.value().complaints : []).filter(
      ({ id }) => id !== repeatOf?.id && id !== mergedInto?.id,
    );
  });
  protected readonly mayAct = computed(() => this.complaint().mayDirect);
  protected readonly isShown = computed(() => {
    const { repeatOf, merged } = this.complaint();
    return repeatOf !== null || merged.length > 0 || this.earlier().length > 0;
  });

  protected readonly acting = signal<Act | null>(null);
  private readonly entry = signal({ why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
  });

  protected begin(act: Act['act'], { id, number }: Act['other']): void {
    this.entry.set({ why: '' });
    this.failure.set(null);
    this.acting.set({ act, other: { id, number } });
  }

  protected reasonOf({ reason }: Earlier): string {
    if (!reason) return this.t('complaint-page.repeats.no-reason');
    return this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }

  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const acting = this.acting();
    if (!acting) return;
    const undo = await this.does(acting, why);
    const changed = this.changed();
    this.toasts.show({
      text: `complaint-page.done.${acting.act}`,
      values: { number: this.complaint().number, other: acting.other.number },
      undo: () => this.faults.heed(undo()).then(changed),
    });
    this.acting.set(null);
    changed();
  });

  /** Gives what takes it back. */
  private async does({ act, other }: Act, why: string): Promise<() => Promise<unknown>> {
    const { id, revision, repeatOf } = this.complaint();
    const undone = this.t('complaint-page.undone');
    switch (act) {
      case 'merge': {
        const merged = await this.client.merge(id, { revision, withId: other.id, why });
        return () => this.client.unmerge(merged.id, merged.mergedId, undone);
      }
      case 'unmerge': {
        const apart = await this.client.unmerge(id, other.id, why);
        return () => this.client.merge(id, { revision: apart.revision, withId: other.id, why: undone });
      }
      default: {
        const repeatOfId = act === 'link' ? other.id : null;
        const linked = await this.client.link(id, { revision, repeatOfId, why });
        const before = repeatOf?.id ?? null;
        return () => this.client.link(id, { revision: linked.revision, repeatOfId: before, why: undone });
      }
    }
  }
}
