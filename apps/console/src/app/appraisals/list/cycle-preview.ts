import { Component, computed, inject, input, resource } from '@angular/core';
import type { CyclePreview, OpenCycle } from '@forecall/contracts';
import { appraiserWays } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { type Column, Table } from '../../ui/table/table.js';
import { CyclesClient } from '../cycles-client.js';

type By = CyclePreview['by'][number];
type LeftOut = CyclePreview['leftOut'][number];

/** What opening a cycle would do: how many are appraised by whom and in which way, who is left out and why. */
@Component({
  selector: 'fc-cycle-preview',
  imports: [Load, Ready, Shape, Skeleton, Table],
  template: `
    <fc-load [of]="read" [failed]="t('appraisals.preview.failed')">
      <ng-template fcShape><fc-skeleton width="60%" [height]="28" /></ng-template>
      <ng-template fcReady>
        @if (read.value(); as it) {
          <div class="stack">
            <p role="status">
              <b>{{ t('appraisals.preview.appraisals', { count: it.appraisals }) }}</b>
              @for (way of ways(); track way.how) {
                · {{ t('appraisals.preview.way.' + way.how, { count: way.count }) }}
              }
            </p>
            <details>
              <summary>{{ t('appraisals.preview.by-team') }}</summary>
              <fc-table [label]="t('appraisals.preview.by-team')" [columns]="columns()" [rows]="it.by" [rowId]="idOf" />
            </details>
            @if (it.leftOutCount > 0) {
              <details>
                <summary>{{ t('appraisals.preview.left-out', { count: it.leftOutCount }) }}</summary>
                <fc-table
                  [label]="t('appraisals.left-out')"
                  [columns]="leftOutColumns()"
                  [rows]="it.leftOut"
                  [rowId]="leftOutId"
                />
              </details>
            }
          </div>
        }
      </ng-template>
    </fc-load>
  `,
  styles: `
    summary {
      padding: 4px 0;
      cursor: pointer;
    }
    /* It scrolls by itself: the heads of its tables stick to it, not below the top bar. */
    details {
      max-width: 100%;
      overflow-x: auto;
      --sticky-top: 0;
    }
    @media (max-width: 640px) {
      summary {
        min-height: 44px;
        align-content: center;
      }
    }
  `,
})
export class CyclePreviewCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly client = inject(CyclesClient);
  readonly told = input.required<Omit<OpenCycle, 'answerDays'>>();
  protected readonly read = kept(
    resource({
      params: () => this.told(),
      loader: ({ params }) => this.client.preview(params),
    }),
  );
  protected readonly ways = computed(() =>
    appraiserWays
      .map((how) => ({ how, count: sumOf(this.read.value()?.by.filter((one) => one.how === how) ?? []) }))
      .filter(({ count }) => count > 0),
  );
  protected readonly columns = computed((): Column<By>[] => [
    { id: 'team', label: this.t('appraisals.team'), text: ({ team }) => this.nameOf(team) },
    {
      ...{ id: 'department', label: this.t('appraisals.department'), isWideOnly: true },
      text: ({ department }) => this.nameOf(department),
    },
    {
      id: 'kind',
      label: this.t('appraisals.as'),
      text: ({ kind }) => this.t(`appraisals.kind.${kind}`),
      isWideOnly: true,
    },
    {
      ...{ id: 'appraiser', label: this.t('appraisals.appraiser') },
      text: ({ appraiser, how }) =>
        how === 'supervisor' ? appraiser.name : `${appraiser.name} · ${this.t(`appraisals.how.${how}`)}`,
    },
    {
      ...{ id: 'appraisals', label: this.t('page.appraisals'), isNumber: true },
      text: ({ appraisals }) => this.format.count(appraisals),
    },
  ]);
  protected readonly leftOutColumns = computed((): Column<LeftOut>[] => [
    { id: 'name', label: this.t('appraisals.about'), text: ({ staff }) => staff.name },
    { id: 'team', label: this.t('appraisals.team'), text: ({ team }) => this.nameOf(team), isWideOnly: true },
    { id: 'why', label: this.t('appraisals.left-out-why'), text: ({ why }) => this.t(`appraisals.left-out-as.${why}`) },
  ]);
  protected readonly idOf = ({ team, kind, appraiser, how }: By): string => `${team.id} ${kind} ${appraiser.id} ${how}`;
  protected readonly leftOutId = ({ kind, staff }: LeftOut): string => `${kind} ${staff.id}`;
}

const sumOf = (rows: readonly By[]): number => rows.reduce((sum, { appraisals }) => sum + appraisals, 0);
