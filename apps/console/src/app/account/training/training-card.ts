import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { AccountFile } from '../account-file.js';
import { TrainingFile } from './training-file.js';
import { WantedLine } from './wanted-line.js';

/** Whether a training is wanted, beside the other things one must know of them, with the act to plan one. */
@Component({
  selector: 'fc-training-card',
  imports: [Load, Ready, RouterLink, Shape, Skeleton, WantedLine],
  template: `
    <section class="card" aria-labelledby="training-heading">
      <div class="card-head">
        <h2 id="training-heading">{{ t('account.training.heading') }}</h2>
        @if (trainings.mayWork()) {
          <button
            type="button"
            class="button small quiet push-end"
            (click)="file.task.set({ of: 'training', training: null })"
          >
            {{ t('account.training.plan') }}
          </button>
        }
      </div>
      <fc-load [of]="trainings.list" [failed]="t('account.training.failed')">
        <ng-template fcShape>
          <div class="card-body"><fc-skeleton width="70%" /></div>
        </ng-template>
        <ng-template fcReady>
          <div class="card-body stack">
            <fc-wanted-line />
            @if (trainings.held().length + trainings.ahead().length; as count) {
              <a [routerLink]="['/accounts', file.id(), 'training']">{{ t('account.training.all', { count }) }}</a>
            }
          </div>
        </ng-template>
      </fc-load>
    </section>
  `,
})
export class TrainingCard {
  protected readonly t = injectTexts();
  protected readonly file = inject(AccountFile);
  protected readonly trainings = inject(TrainingFile);
}
