import { Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { ScorecardList } from '@forecall/contracts';
import { type CardKind, cardKinds } from '@forecall/domain';
import { FilterBar, injectAddressFilters } from '../../lists/index.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { SearchBox } from '../../ui/field/search-box.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { ScorecardsClient } from '../scorecards-client.js';
import { cardFilters } from './card-filters.js';

type Entry = ScorecardList['cards'][number];

/** Whose cards one may open, by name. It is sorted by nothing else: this is no table of who is best. */
@Component({
  selector: 'fc-scorecards-page',
  imports: [Cell, Empty, FilterBar, Load, Ready, RouterLink, SearchBox, Shape, Skeleton, Table],
  template: `
    <div class="page-head">
      <fc-filter-bar
        [filters]="filters"
        [values]="address.values()"
        (changed)="address.set($event)"
        (cleared)="address.clear()"
      />
      <fc-search class="push-end" [label]="t('scorecards.list.find')" [value]="search()" (valueChange)="find($event)" />
    </div>
    <section class="card" [attr.aria-label]="t('page.scorecards')">
      <fc-load [of]="pages.first" [failed]="t('scorecards.list.failed')">
        <ng-template fcShape>
          <div class="card-body stack">
            @for (width of ['50%', '60%', '45%', '70%', '55%']; track $index) {
              <fc-skeleton [width]="width" [height]="20" />
            }
          </div>
        </ng-template>
        <ng-template fcReady>
          @if (pages.isEmpty()) {
            <fc-empty icon="card" [heading]="t('scorecards.list.empty')" [text]="t('scorecards.list.empty-text')" />
          } @else {
            <fc-table
              [label]="t('page.scorecards')"
              [columns]="columns()"
              [rows]="pages.rows()"
              [rowId]="idOf"
              [hasMore]="pages.hasMore()"
              (more)="pages.more()"
            >
              <ng-template fcCell="name" [fcCellOf]="pages.rows()" let-one>
                <a [routerLink]="['/scorecards', one.kind, one.id]">{{ nameOf(one) }}</a>
              </ng-template>
            </fc-table>
          }
        </ng-template>
      </fc-load>
    </section>
    <p class="small faint note">{{ t('scorecards.list.by-name') }}</p>
  `,
  styles: `
    .note {
      padding: 8px 14px;
    }
  `,
})
export class ScorecardsPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly client = inject(ScorecardsClient);
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });

  protected readonly filters = cardFilters(kindsOf(inject(Session)));
  protected readonly address = injectAddressFilters(this.filters);
  private readonly asked = computed(() => {
    const { q } = this.params() as { q?: unknown };
    return typeof q === 'string' ? q.slice(0, 100) : '';
  });
  protected readonly search = linkedSignal(() => this.asked());
  private readonly query = computed(
    (): Readonly<Record<string, string>> => ({
      ...this.address.query(),
      ...(this.asked() === '' ? {} : { q: this.asked() }),
    }),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly pages = listPages(this.query, (query) => this.client.page(query));
  protected readonly idOf = ({ kind, id }: Entry): string => `${kind} ${id}`;

  protected readonly columns = computed((): Column<Entry>[] => {
    const kind = this.address.values()['kind'] ?? 'rep';
    return [
      { id: 'name', label: this.t('scorecards.list.name') },
      ...(kind === 'rep' || kind === 'supervisor'
        ? [
            {
              id: 'team',
              label: this.t('scorecards.list.team'),
              text: ({ team }: Entry) => (team ? this.nameOf(team) : ''),
            },
          ]
        : []),
      ...(kind === 'department'
        ? []
        : [
            {
              ...{ id: 'department', label: this.t('scorecards.list.department'), isWideOnly: true },
              text: ({ department }: Entry) => (department ? this.nameOf(department) : ''),
            },
          ]),
    ];
  });

  protected find(q: string): void {
    void this.router.navigate([], {
      queryParams: { q: q === '' ? null : q },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}

/** Who leads a team only finds no cards of departments. */
const kindsOf = (session: Session): readonly CardKind[] =>
  session.hasRole('head', 'executive') ? cardKinds : cardKinds.filter((kind) => kind !== 'department');
