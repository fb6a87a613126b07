import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AppraisalCycle } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { injectPeriodName } from '../appraisal-words.js';
import { CyclesClient } from '../cycles-client.js';
import { Progress } from './progress.js';

/** The cycles, the newest first, and how far each is. */
@Component({
  selector: 'fc-cycles-card',
  imports: [Cell, Empty, KeyCaps, Load, Progress, Ready, RouterLink, Shape, Skeleton, Table],
  template: `
    <section class="card" aria-labelledby="cycles">
      <div class="card-head">
        <h2 id="cycles">{{ t('appraisals.cycles') }}</h2>
        @if (mayOpen()) {
          <button type="button" class="button push-end" (click)="begun.emit()">
            {{ t('appraisals.open.act') }}<fc-key-caps press="n" />
          </button>
        }
      </div>
      <fc-load [of]="pages.first" [failed]="t('appraisals.cycles-failed')">
        <ng-template fcShape
          ><div class="card-body"><fc-skeleton width="60%" [height]="28" /></div
        ></ng-template>
        <ng-template fcReady>
          @if (pages.isEmpty()) {
            <fc-empty
              icon="form"
              [heading]="t('appraisals.no-cycle')"
              [text]="t(mayOpen() ? 'appraisals.no-cycle-text' : 'appraisals.no-cycle-reader')"
            />
          } @else {
            <fc-table
              [label]="t('appraisals.cycles')"
              [columns]="columns()"
              [rows]="pages.rows()"
              [rowId]="idOf"
              [hasMore]="pages.hasMore()"
              (more)="pages.more()"
            >
              <ng-template fcCell="period" [fcCellOf]="pages.rows()" let-one>
                <a [routerLink]="['/appraisals/cycles', one.id]"
                  ><b>{{ periodName(one) }}</b></a
                >
              </ng-template>
              <ng-template fcCell="signed" [fcCellOf]="pages.rows()" let-one>
                <fc-progress [counts]="one.counts" />
              </ng-template>
            </fc-table>
          }
        </ng-template>
      </fc-load>
    </section>
  `,
})
export class CyclesCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  protected readonly periodName = injectPeriodName();
  private readonly client = inject(CyclesClient);
  readonly mayOpen = input.required<boolean>();
  readonly begun = output();

  protected readonly pages = listPages(
    computed(() => ({ limit: 20 })),
    (query) => this.client.page(query).then(({ cycles, next }) => ({ rows: cycles, next })),
  );
  protected readonly columns = computed((): Column<AppraisalCycle>[] => [
    { id: 'period', label: this.t('appraisals.period') },
    { id: 'signed', label: this.t('appraisals.signed-of') },
    {
      ...{ id: 'writeBy', label: this.t('appraisals.write-by'), isWideOnly: true, isTight: true },
      text: ({ writeBy }) => this.format.day(writeBy),
    },
    {
      ...{ id: 'state', label: this.t('appraisals.state'), isWideOnly: true, isTight: true },
      text: ({ closedAt }) =>
        closedAt === null
          ? this.t('appraisals.is-open')
          : this.t('appraisals.closed-on', { day: this.format.date(closedAt) }),
    },
  ]);
  protected readonly idOf = ({ id }: AppraisalCycle): string => id;
}
