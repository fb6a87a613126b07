import { Component, inject } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { AccountFile } from '../account-file.js';
import { SessionCard } from './session-card.js';
import { TrainingFile } from './training-file.js';
import { WantedLine } from './wanted-line.js';

/** What they were taught and are to be taught, so that they expect what we can do. */
@Component({
  selector: 'fc-training',
  imports: [Empty, Icon, Load, Ready, SessionCard, Shape, Skeleton, WantedLine],
  template: `
    <h2 class="visually-hidden">{{ t('account.training.heading') }}</h2>
    <fc-load [of]="trainings.list" [failed]="t('account.training.failed')">
      <ng-template fcShape>
        <div class="list"><fc-skeleton width="60%" /><fc-skeleton [height]="160" /></div>
      </ng-template>
      <ng-template fcReady>
        <div class="list">
          <div class="top">
            <fc-wanted-line />
            @if (trainings.mayWork()) {
              <button
                type="button"
                class="button"
                [class.primary]="trainings.wanted()?.isWanted"
                (click)="file.task.set({ of: 'training', training: null })"
              >
                <fc-icon name="plus" />{{ t('account.training.plan') }}
              </button>
            }
          </div>
          @for (one of trainings.ahead(); track one.id) {
            <fc-session-card [training]="one" />
          }
          @for (one of trainings.held(); track one.id) {
            <fc-session-card [training]="one" />
          }
          @if (trainings.ahead().length + trainings.held().length === 0) {
            <section class="card">
              <fc-empty icon="book" [heading]="t('account.training.none')" [text]="t('account.training.none-why')" />
            </section>
          }
        </div>
      </ng-template>
    </fc-load>
  `,
  styles: `
    .list {
      display: grid;
      gap: 12px;
      min-width: 0;
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: 10px 16px;
    }
    .top fc-wanted-line {
      flex: 1 1 260px;
    }
    @media (max-width: 640px) {
      .top .button {
        flex: 1 0 100%;
        height: 44px;
      }
    }
  `,
})
export class Training {
  protected readonly t = injectTexts();
  protected readonly file = inject(AccountFile);
  protected readonly trainings = inject(TrainingFile);
}
