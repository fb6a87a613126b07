import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SavedReport } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { listPages } from '../../ui/table/list-pages.js';
import { ReportsClient } from '../reports-client.js';

/** One's own reports and those that others share, the last changed first. */
@Component({
  selector: 'fc-saved-reports',
  imports: [Empty, Icon, Load, Ready, RouterLink, Shape, Skeleton],
  template: `
    <section class="card" [attr.aria-label]="t('reports.saved')">
      <div class="card-head">
        <h2>{{ t('reports.saved') }}</h2>
      </div>
      <fc-load [of]="pages.first" [failed]="t('reports.saved-failed')">
        <ng-template fcShape>
          <div class="card-body stack">
            <fc-skeleton width="70%" [height]="20" /><fc-skeleton width="60%" [height]="20" />
          </div>
        </ng-template>
        <ng-template fcReady>
          @if (pages.isEmpty()) {
            <fc-empty icon="star" [heading]="t('reports.none-saved')" [text]="t('reports.none-saved-text')" />
          } @else {
            <ul>
              @for (one of pages.rows(); track one.id) {
                <li class="row">
                  <a
                    class="grow clip"
                    [routerLink]="['/reports', one.id]"
                    [attr.aria-current]="one.id === current() ? 'page' : null"
                    ><b>{{ one.name }}</b> <span class="small quiet">{{ note(one) }}</span></a
                  >
                  @if (one.isMine) {
                    <button
                      type="button"
                      class="button icon small"
                      [attr.aria-label]="t('reports.delete', { name: one.name })"
                      (click)="delete(one)"
                    >
                      <fc-icon name="trash" />
                    </button>
                  }
                </li>
              }
            </ul>
            @if (pages.hasMore()) {
              <button type="button" class="button quiet block" (click)="pages.more()">
                {{ t('reports.more-saved') }}
              </button>
            }
          }
        </ng-template>
      </fc-load>
    </section>
  `,
  styles: `
    li {
      min-height: 40px;
      padding: 2px 6px 2px 14px;
      border-bottom: 1px solid var(--fc-line);
    }
    li:last-child {
      border-bottom: 0;
    }
    a {
      padding-block: 6px;
      color: inherit;
    }
    a span {
      display: block;
    }
    li:has(a[aria-current]) {
      background: var(--fc-selected);
    }
  `,
})
export class SavedReports {
  protected readonly t = injectTexts();
  private readonly client = inject(ReportsClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly current = input.required<string | null>();
  readonly deleted = output<string>();

  protected readonly pages = listPages(signal<{ after?: string }>({}), ({ after }) =>
    this.client.list(after ?? null).then(({ reports, next }) => ({ rows: reports, next })),
  );

  constructor() {
    const known = this.client.changes();
    effect(() => {
      if (this.client.changes() !== known) untracked(() => this.pages.reload());
    });
  }

  protected note({ isMine, isShared, owner, mailing }: SavedReport): string {
    if (!isMine) return this.t('reports.of', { name: owner.name });
    const marks = [isShared ? 'reports.is-shared' : 'reports.is-private', ...(mailing ? ['reports.is-mailed'] : [])];
    return marks.map((key) => this.t(key)).join(' · ');
  }

  protected delete(report: SavedReport): Promise<void> {
    const back = () => this.faults.heed(this.client.restore(report.id));
    return this.faults.heed(
      this.client.delete(report).then(() => {
        this.toasts.show({ text: 'reports.done.deleted', values: { name: report.name }, undo: back });
        this.deleted.emit(report.id);
      }),
    );
  }
}
