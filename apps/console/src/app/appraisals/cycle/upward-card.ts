import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import type { AppraisalCycle, UpwardResult } from '@forecall/contracts';
import { fewestUpward, upwardItems } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed, noValue } from '../../platform/format/rate.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { mediaMatches } from '../../platform/media/media-matches.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { State } from '../../ui/state/state.js';
import { CyclesClient } from '../cycles-client.js';

/** What teams say of whoever leads them: of a whole team, once its cycle is closed, or why there is nothing. */
@Component({
  selector: 'fc-upward-card',
  imports: [Cell, Load, NgTemplateOutlet, Ready, State, Table],
  template: `
    <section class="card" aria-labelledby="upward">
      <div class="card-head">
        <h2 id="upward">{{ t('appraisals.upward.heading') }}</h2>
        <span class="small faint">{{ t('appraisals.upward.rule', { fewest: fewest }) }}</span>
      </div>
      @if (cycle().closedAt === null) {
        <p class="card-body quiet">{{ t('appraisals.upward.at-close') }}</p>
      } @else {
        <fc-load [of]="found" [failed]="t('appraisals.upward.failed')">
          <ng-template fcReady>
            @if (results().length === 0) {
              <p class="card-body quiet">{{ t('appraisals.upward.none') }}</p>
            } @else if (isNarrow()) {
              <ul>
                @for (one of results(); track idOf(one)) {
                  <li>
                    <b>{{ who(one) }}</b>
                    <ng-container *ngTemplateOutlet="answered; context: { $implicit: one }" />
                    @if (one.means; as means) {
                      <dl>
                        @for (item of items; track item) {
                          <dt>{{ t('appraisals.upward.short.' + item) }}</dt>
                          <dd>{{ mean(means[item]) }}</dd>
                        }
                      </dl>
                    }
                  </li>
                }
              </ul>
            } @else {
              <fc-table
                [label]="t('appraisals.upward.heading')"
                [columns]="columns()"
                [rows]="results()"
                [rowId]="idOf"
              >
                <ng-template fcCell="answered" [fcCellOf]="results()" let-one>
                  <ng-container *ngTemplateOutlet="answered; context: { $implicit: one }" />
                </ng-template>
              </fc-table>
            }
          </ng-template>
        </fc-load>
      }
    </section>
    <ng-template #answered let-one>
      @if (one.answered === null) {
        <fc-state state="none" [label]="t('appraisals.upward.too-few', { fewest })" />
      } @else {
        <span>{{ t('appraisals.upward.answered', { n: one.answered, of: one.asked }) }}</span>
      }
    </ng-template>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 4px 12px;
      padding: 12px 14px;
      border-bottom: 1px solid var(--fc-line);
      font-variant-numeric: tabular-nums;
    }
    li:last-child {
      border-bottom: 0;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      flex-basis: 100%;
      gap: 4px 12px;
    }
    dt {
      color: var(--fc-text-2);
    }
  `,
})
export class UpwardCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly client = inject(CyclesClient);
  readonly cycle = input.required<Pick<AppraisalCycle, 'id' | 'closedAt'>>();
  protected readonly fewest = fewestUpward;
  protected readonly items = upwardItems;
  protected readonly isNarrow = mediaMatches('(max-width: 640px)');
  protected readonly found = kept(
    resource({
      params: () => (this.cycle().closedAt === null ? undefined : this.cycle().id),
      loader: ({ params }) => this.client.results(params),
    }),
  );
  protected readonly results = computed(() => this.found.value() ?? []);
  protected readonly columns = computed((): Column<UpwardResult>[] => [
    {
      ...{ id: 'who', label: this.t('appraisals.upward.about') },
      text: (one) => this.who(one),
    },
    { id: 'answered', label: this.t('appraisals.upward.answers') },
    ...upwardItems.map((item) => ({
      ...{ id: item, label: this.t(`appraisals.upward.short.${item}`), isNumber: true },
      text: ({ means }: UpwardResult) => (means ? this.mean(means[item]) : noValue),
    })),
  ]);
  protected readonly who = ({ supervisor, team }: UpwardResult): string => `${supervisor.name} · ${this.nameOf(team)}`;
  protected readonly mean = (value: number): string => formatFixed(value, 1);
  protected readonly idOf = ({ team, supervisor }: UpwardResult): string => `${team.id} ${supervisor.id}`;
}
