import { Component, computed, inject, input } from '@angular/core';
import type { ExamReport } from '@forecall/contracts';
import { definitionOf, itemsOf } from '@forecall/domain';
import { injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed } from '../../platform/format/rate.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { commonScale } from '../../ui/figure/whisker-geometry.js';
import { Drawers } from '../../ui/drawer/drawers.js';
import { ItemDrawer, type ItemOpened } from './item-drawer.js';

const tooFew = definitionOf('exam-pass-rate').minimumN;

/** At which items points were lost, the hardest first; each opens to the exams behind it. Of too few there is no rank. */
@Component({
  selector: 'fc-item-losses',
  template: `
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{{ t('campaigns.report.item') }}</th>
          <th scope="col" class="number">{{ t('campaigns.report.lost') }}</th>
          <th scope="col" class="track only-wide">
            {{ t('campaigns.report.scale', { to: format.rate(scale().to) }) }}
          </th>
          <th scope="col" class="number only-wide">{{ t('campaigns.report.points') }}</th>
          <th scope="col" class="number only-wide">{{ t('campaigns.report.of-all') }}</th>
          <th scope="col" class="number">{{ t('campaigns.report.exams-head') }}</th>
          <th scope="col" class="number only-wide">{{ t('campaigns.report.failed-on') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.itemId) {
          <tr>
            <th scope="row">
              <button type="button" class="link-button" data-receipts (click)="open(row.itemId)">{{ row.name }}</button>
              @if (row.isCritical) {
                <span class="pill">{{ t('campaigns.report.critical') }}</span>
              }
            </th>
            <td class="number">
              <b>{{ row.isEnough ? format.rate(row.share) : '–' }}</b>
            </td>
            <td class="track only-wide" aria-hidden="true">
              @if (row.isEnough) {
                <i [class.critical]="row.isCritical" [style.width.%]="(row.share / scale().to) * 100"></i>
              }
            </td>
            <td class="number quiet nowrap only-wide">{{ row.points }}</td>
            <td class="number quiet only-wide">{{ format.rate(row.ofAllLost) }}</td>
            <td class="number quiet">{{ row.n }}</td>
            <td class="number quiet only-wide">{{ row.isCritical ? row.failed : '–' }}</td>
          </tr>
        } @empty {
          <tr>
            <td colspan="7" class="quiet">{{ t('campaigns.report.none') }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    th[scope='row'] {
      color: var(--fc-text);
      font-size: var(--fc-text-body);
      font-weight: var(--fc-weight-normal);
      white-space: normal;
    }
    th[scope='row'] .link-button {
      margin-inline-end: 6px;
      text-align: start;
    }
    td.track {
      width: 26%;
      min-width: 120px;
    }
    i {
      display: block;
      height: 12px;
      border-radius: 0 2px 2px 0;
      background: var(--fc-chart-1);
    }
    i.critical {
      background: repeating-linear-gradient(
        45deg,
        var(--fc-chart-2) 0 3px,
        color-mix(in oklab, var(--fc-chart-2) 30%, transparent) 3px 6px
      );
    }
    @media (max-width: 640px) {
      th[scope='row'] {
        padding-block: 8px;
      }
      .link-button {
        min-height: 44px;
      }
    }
    @media print {
      .link-button {
        color: inherit;
      }
    }
  `,
})
export class ItemLosses {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly said = injectSaid();
  private readonly drawers = inject(Drawers);
  readonly report = input.required<ExamReport>();

  protected readonly rows = computed(() => {
    const items = new Map(itemsOf(this.report().rubric).map((item) => [item.id, item]));
    const named = this.report().items.map((one) => ({
      ...one,
      name: this.said(items.get(one.itemId)?.text ?? { en: '', zh: '' }),
      isCritical: items.get(one.itemId)?.isCritical === true,
      isEnough: one.n >= tooFew,
      points: `${digits(one.lost)} / ${digits(one.most)}`,
    }));
    return [...named.filter(({ isEnough }) => isEnough), ...named.filter(({ isEnough }) => !isEnough)];
  });

  /** From 0 to a round share that holds the hardest. */
  protected readonly scale = computed(() => commonScale(this.rows().map(({ share }) => ({ value: share }))));

  protected open(itemId: string): void {
    const row = this.rows().find((one) => one.itemId === itemId);
    if (!row) return;
    const opened: ItemOpened = { campaignId: this.report().campaign.id, ...row, hint: this.hint(row.lost, row.most) };
    this.drawers.open(ItemDrawer, opened);
  }

  private hint(lost: number, most: number): string {
    return this.t('campaigns.report.lost-of', {
      lost: digits(lost),
      most: digits(most),
      rate: this.format.rate(lost / most),
    });
  }
}

/** Means of two markings have halves. */
const digits = (points: number): string => (Number.isInteger(points) ? String(points) : formatFixed(points, 1));
