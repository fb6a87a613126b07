import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ItemExams } from '@forecall/contracts';
import { shownScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Drawer } from '../../ui/drawer/drawer.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { toCsv } from '../../ui/table/csv.js';
import { Cell, Table, type Column } from '../../ui/table/table.js';
import { CampaignsClient } from '../campaigns-client.js';

/** An item of the rubric, of which the exams behind its lost points are shown. */
export interface ItemOpened {
  readonly campaignId: string;
  readonly itemId: string;
  readonly name: string;
  /** "41 of 120 points lost" */
  readonly hint: string;
}

type Row = ItemExams['exams'][number];

/** The exams that lost points at an item, those that lost most first; each opens its result. */
@Component({
  selector: 'fc-item-drawer',
  imports: [Cell, Drawer, Icon, Load, Ready, RouterLink, Shape, Skeleton, Table],
  template: `
    <fc-drawer [heading]="of.name">
      <fc-load [of]="found" [failed]="t('campaigns.report.item-failed')">
        <ng-template fcShape>
          <div class="pad"><fc-skeleton /></div>
        </ng-template>
        <ng-template fcReady>
          <div class="pad row wrap between">
            <p class="quiet">{{ of.hint }}</p>
            <a class="button small" [href]="file()" [attr.download]="of.name + '.csv'"
              ><fc-icon name="download" />{{ t('campaigns.report.export') }}</a
            >
          </div>
          <fc-table [label]="of.name" [columns]="columns()" [rows]="rows()" [rowId]="idOf">
            <ng-template fcCell="who" [fcCellOf]="rows()" let-row>
              <a [routerLink]="['/my-exams', row.id]" [queryParams]="{ from: 'report' }">{{ row.staff.name }}</a>
              <span class="small quiet under">{{
                t('campaigns.report.attempt-of', { team: nameOf(row.team), n: row.attempt, day: format.day(row.on) })
              }}</span>
            </ng-template>
          </fc-table>
          <p class="pad small faint">{{ t('campaigns.report.shown', { count: rows().length, total: total() }) }}</p>
        </ng-template>
      </fc-load>
    </fc-drawer>
  `,
  styles: `
    .pad {
      padding: 14px 16px;
    }
    .under {
      display: block;
    }
    fc-table {
      --fc-row: 50px;
    }
  `,
})
export class ItemDrawer {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly nameOf = injectNameOf();
  private readonly client = inject(CampaignsClient);
  protected readonly of = inject<ItemOpened>(DIALOG_DATA);
  protected readonly found = resource({ loader: () => this.client.reportedItem(this.of.campaignId, this.of.itemId) });
  protected readonly rows = computed(() => (this.found.hasValue() ? this.found.value().exams : []));
  protected readonly total = computed(() => (this.found.hasValue() ? this.found.value().total : 0));
  protected readonly idOf = (row: Row): string => row.id;

  protected readonly columns = computed((): Column<Row>[] => [
    { id: 'who', label: this.t('campaigns.report.who') },
    {
      ...{ id: 'marks', label: this.t('campaigns.report.marks'), isNumber: true, isTight: true },
      text: ({ marks }) => marks.join(this.t('ui.list-comma')),
    },
    {
      ...{ id: 'score', label: this.t('campaigns.report.score'), isNumber: true, isTight: true },
      text: ({ score, outcome }) =>
        this.t('campaigns.report.score-of', {
          score: score === null ? '–' : shownScore(score),
          outcome: this.t(`campaigns.outcome.${outcome}`),
        }),
    },
  ]);

  protected readonly file = computed(() => {
    const heads = ['who', 'team', 'attempt', 'day', 'marks', 'lost-points', 'score', 'outcome'];
    const lines = this.rows().map(({ staff, team, attempt, on, marks, lost, score, outcome }) => [
      ...[staff.name, this.nameOf(team), attempt, on, marks.join(' '), lost, score],
      this.t(`campaigns.outcome.${outcome}`),
    ]);
    const csv = toCsv([heads.map((head) => this.t(`campaigns.report.csv.${head}`)), ...lines]);
    return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`;
  });
}
