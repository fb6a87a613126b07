import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallOfMyDay, CustomerHistory } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { standingOf } from '../../promises/index.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { CallDay } from '../call-day.js';
import { CallFile } from './call-file.js';

type Contact = CustomerHistory['contacts'][number];
const shownComplaints = 3;
const shownPromises = 3;
const shownContacts = 3;
/** Of the dossier, what a call may be about. */
const shownParts = ['project', 'gain'] as const;

/** What one must not be told by the customer: what is open, what was said last, what they are working on. */
@Component({
  selector: 'fc-know-first',
  imports: [Load, Ready, RouterLink, Shape, Skeleton],
  templateUrl: './know-first.html',
  styleUrl: './brief-list.css',
})
export class KnowFirst {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly nameOf = injectNameOf();
  private readonly locale = inject(Texts).locale;
  protected readonly day = inject(CallDay);
  protected readonly file = inject(CallFile);
  readonly call = input.required<CallOfMyDay>();

  private readonly past = computed(() => (this.file.history.hasValue() ? this.file.history.value() : undefined));
  protected readonly complaints = computed(() => this.past()?.openComplaints ?? []);
  protected readonly shownComplaints = computed(() => this.complaints().slice(0, shownComplaints));
  protected readonly answer = computed(() => this.past()?.lastAnswer ?? null);
  protected readonly contacts = computed(() => (this.past()?.contacts ?? []).slice(0, shownContacts));
  protected readonly promises = computed(() =>
    this.file.promises().map((one) => ({ ...one, isLate: standingOf(one, this.day.nowMs()) === 'late' })),
  );
  protected readonly shownPromises = computed(() => this.promises().slice(0, shownPromises));
  protected readonly known = computed(() =>
    shownParts.flatMap((part) => this.file.dossier().filter((text) => text.part === part && text.text !== '')),
  );
  protected readonly isNothing = computed(
    () =>
      this.complaints().length + this.contacts().length + this.known().length + this.call().tries.length === 0 &&
      this.promises().length === 0 &&
      this.answer() === null,
  );

  protected what({ purpose, outcome, reason, complaint }: Contact): string {
    if (complaint) return this.t('calls.know.complaint', { number: complaint.number });
    if (purpose === 'proactive') return this.t(outcome === 'not-reached' ? 'calls.know.tried' : 'calls.know.called');
    if (!reason) return this.t('calls.know.contact');
    return this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }

  protected reasonOf({ reason }: Pick<Contact, 'reason'>): string {
    if (!reason) return this.t('desk.no-reason');
    return this.locale() === 'zh' ? reason.nameZh : reason.nameEn;
  }
}
