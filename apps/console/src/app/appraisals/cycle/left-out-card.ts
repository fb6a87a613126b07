import { Component, computed, inject, input } from '@angular/core';
import type { LeftOutPage } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { listPages } from '../../ui/table/list-pages.js';
import { type Column, Table } from '../../ui/table/table.js';
import { CyclesClient } from '../cycles-client.js';

type LeftOut = LeftOutPage['leftOut'][number];

/** Who is not appraised in this cycle, and why. */
@Component({
  selector: 'fc-left-out-card',
  imports: [Load, Ready, Table],
  template: `
    <section class="card" aria-labelledby="left-out">
      <div class="card-head">
        <h2 id="left-out">{{ t('appraisals.left-out') }}</h2>
        <span class="push-end faint">{{ format.count(count()) }}</span>
      </div>
      <fc-load [of]="pages.first" [failed]="t('appraisals.left-out-failed')">
        <ng-template fcReady>
          <fc-table
            [label]="t('appraisals.left-out')"
            [columns]="columns()"
            [rows]="pages.rows()"
            [rowId]="idOf"
            [hasMore]="pages.hasMore()"
            (more)="pages.more()"
          />
        </ng-template>
      </fc-load>
    </section>
  `,
})
export class LeftOutCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly client = inject(CyclesClient);
  readonly cycleId = input.required<string>();
  readonly count = input.required<number>();
  private readonly query = computed(() => ({ cycleId: this.cycleId(), limit: 50 }));
  protected readonly pages = listPages(this.query, ({ cycleId, ...query }) =>
    this.client.leftOut(cycleId, query).then(({ leftOut, next }) => ({ rows: leftOut, next })),
  );
  protected readonly columns = computed((): Column<LeftOut>[] => [
    { id: 'name', label: this.t('appraisals.about'), text: ({ staff }) => staff.name, isTight: true },
    { id: 'team', label: this.t('appraisals.team'), text: ({ team }) => this.nameOf(team), isWideOnly: true },
    { id: 'why', label: this.t('appraisals.left-out-why'), text: ({ why }) => this.t(`appraisals.left-out-as.${why}`) },
    {
      id: 'days',
      label: this.t('appraisals.days-in-teams'),
      isNumber: true,
      text: ({ days }) => this.format.count(days),
    },
  ]);
  protected readonly idOf = ({ kind, staff }: LeftOut): string => `${kind} ${staff.id}`;
}
