import { Component, computed, inject, resource } from '@angular/core';
import { addDays, startOfDay } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../../ui/chart/chart-card.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';
import { injectEntryWords } from './entry-words.js';
import { groupedBy, laneOf, lanes } from './lane-plot.js';
import { Lanes } from './lanes.js';
import { readSixMonths } from './six-months.js';

const daysShown = 183;

/** Six months at a glance, by kind; the same as a list. */
@Component({
  selector: 'fc-lanes-card',
  imports: [ChartCard, Lanes, Load, Plot, PlotTable, Ready, Shape, Skeleton],
  template: `
    <fc-chart-card [heading]="t('account.lanes.heading')" [note]="t('account.lanes.note')" main>
      <ng-template fcPlot>
        <fc-load [of]="read" [failed]="t('account.lanes.failed')">
          <ng-template fcShape><fc-skeleton [height]="162" /></ng-template>
          <ng-template fcReady>
            <fc-lanes [entries]="entries()" [from]="from()" [to]="to()" [finding]="finding()" />
            @if (read.value()?.isCut) {
              <p class="small faint">{{ t('account.lanes.cut', { shown: format.count(entries().length) }) }}</p>
            }
          </ng-template>
        </fc-load>
      </ng-template>
      <span fcLegend>{{ t('account.lanes.legend') }}</span>
      <ng-template fcPlotTable>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ t('account.lanes.day') }}</th>
              <th scope="col">{{ t('account.lanes.kind') }}</th>
              <th scope="col">{{ t('account.lanes.what') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of entries(); track one.kind + one.id + one.what + one.at + one.isOver) {
              <tr>
                <td class="nowrap">{{ words.time(one) }}</td>
                <td class="nowrap">{{ t('account.lanes.lane.' + laneOf(one)) }}</td>
                <td>
                  {{ words.title(one) }} <span class="small faint">{{ one.number }}</span>
                </td>
              </tr>
            } @empty {
              <tr>
                <td colspan="3" class="quiet">{{ t('account.lanes.none') }}</td>
              </tr>
            }
          </tbody>
        </table>
      </ng-template>
    </fc-chart-card>
  `,
})
export class LanesCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly words = injectEntryWords();
  private readonly client = inject(AccountClient);
  private readonly file = inject(AccountFile);
  protected readonly laneOf = laneOf;

  protected readonly to = computed(() => this.format.today());
  protected readonly from = computed(() => addDays(this.to(), -daysShown));
  protected readonly read = kept(
    resource({
      params: () => ({ id: this.file.id(), from: this.from(), version: this.file.version() }),
      loader: ({ params: { id, from } }) => readSixMonths(this.client, id, startOfDay(from, this.format.zone())),
    }),
  );
  protected readonly entries = computed(() => this.read.value()?.entries ?? []);
  /** "Six months: 9 complaints, 48 contacts from them, ..." */
  protected readonly finding = computed(() => {
    const counts = groupedBy(this.entries(), laneOf);
    const told = lanes.map((lane) =>
      this.t('account.lanes.counted', {
        lane: this.t(`account.lanes.lane.${lane}`),
        count: this.format.count(counts.get(lane)?.length ?? 0),
      }),
    );
    return this.t('account.lanes.finding', { told: told.join(this.t('ui.list-comma')) });
  });
}
