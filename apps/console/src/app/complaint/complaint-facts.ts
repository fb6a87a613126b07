import { Component, computed, inject, input, output } from '@angular/core';
import type { ComplaintDetail, ComplaintTimeLine } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { PastVersions } from '../ui/versions/past-versions.js';
import { valueText } from './line/line-words.js';

/** Whose it is, what is asked, what was found: as it stands now. */
@Component({
  selector: 'fc-complaint-facts',
  imports: [PastVersions],
  template: `
    @let one = complaint();
    <section class="card" aria-labelledby="facts-heading">
      <div class="card-head">
        <h2 id="facts-heading">{{ t('complaint-page.facts') }}</h2>
        @if (one.possibleSteps.length > 0) {
          <button type="button" class="button small quiet push-end" (click)="correct.emit()">
            {{ t('complaint-page.correct.act') }}
          </button>
        }
        @if (one.mayGive || (one.possibleSteps.length > 0 && !one.owner && !one.pendingHandover)) {
          <button type="button" class="button small quiet" (click)="give.emit()">
            {{ t('complaint-page.give.act') }}
          </button>
        }
      </div>
      <dl class="facts card-body">
        <dt>{{ t('complaint-page.owner') }}</dt>
        <dd [class.faint]="!one.owner">{{ one.owner?.name ?? t('complaint-page.queue') }}</dd>
        <dt>{{ t('complaint-page.field.receivedAt') }}</dt>
        <dd>{{ format.dateTime(one.firstReceivedAt) }}</dd>
        <dt>{{ t('complaint-page.answerable') }}</dt>
        <dd>{{ nameOf(one.answerableDepartment) }}</dd>
        <dt>{{ t('complaint-page.received-by') }}</dt>
        <dd>{{ one.receiver?.name ?? '–' }}{{ t('ui.clause-comma') }}{{ nameOf(one.handlingDepartment) }}</dd>
        @if (one.repConcerned; as rep) {
          <dt>{{ t('complaint-page.concerns') }}</dt>
          <dd>{{ rep.name }}</dd>
        }
        @if (one.remedySought) {
          <dt>{{ t('complaint-page.remedy-sought') }}</dt>
          <dd>{{ one.remedySought }}</dd>
        }
        @if (one.remedyGiven) {
          <dt>{{ t('complaint-page.remedy-given') }}</dt>
          <dd>{{ one.remedyGiven }}</dd>
        }
        <dt>{{ t('complaint-page.severity.label') }}</dt>
        <dd [class.faint]="!one.severity">
          {{ one.severity ? t('complaint-page.severity.' + one.severity) : t('complaint-page.open-yet') }}
        </dd>
        @if (one.impact; as impact) {
          <dt>{{ t('complaint-page.impact.label') }}</dt>
          <dd>{{ t('complaint-page.impact.' + impact) }}</dd>
        }
        @if (one.needForAction; as need) {
          <dt>{{ t('complaint-page.need.label') }}</dt>
          <dd>{{ t('complaint-page.need.' + need) }}</dd>
        }
        <dt>{{ t('complaint-page.decision.label') }}</dt>
        <dd [class.faint]="!one.decision">
          {{ one.decision ? t('complaint-page.decision.' + one.decision) : t('complaint-page.open-yet') }}
        </dd>
        @if (one.closing; as closing) {
          <dt>{{ t('complaint-page.closing.label') }}</dt>
          <dd>{{ t('complaint-page.closing.' + closing) }}</dd>
        }
        @if (one.furtherOptions) {
          <dt>{{ t('complaint-page.further-options') }}</dt>
          <dd>{{ one.furtherOptions }}</dd>
        }
      </dl>
      @if (past().length; as count) {
        <details>
          <summary>{{ t('complaint-page.correct.past', { count }) }}</summary>
          <fc-past-versions [versions]="past()" [fieldOf]="fieldOf" [textOf]="textOf" />
        </details>
      }
    </section>
  `,
  styles: `
    dd {
      overflow-wrap: anywhere;
    }
    summary {
      padding: 8px 14px;
      border-top: 1px solid var(--fc-line);
      color: var(--fc-accent);
      cursor: pointer;
    }
  `,
})
export class ComplaintFacts {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  readonly complaint = input.required<ComplaintDetail>();
  /** Undefined until it is there. */
  readonly line = input.required<ComplaintTimeLine | undefined>();
  readonly give = output();
  readonly correct = output();

  /** The corrections, the last first; who it was given to is no correction. */
  protected readonly past = computed(() =>
    (this.line()?.changes ?? []).filter(({ changes }) => changes.some(({ field }) => field !== 'owner')).toReversed(),
  );
  protected readonly fieldOf = (field: string): string => this.t(`complaint-page.field.${field}`);
  protected readonly textOf = (field: string, value: unknown): string =>
    valueText(this.t, field, value, this.line()?.names ?? {}, this.format.dateTime);
}
