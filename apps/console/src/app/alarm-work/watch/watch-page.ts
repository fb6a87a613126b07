import { Component, computed, inject, resource, signal } from '@angular/core';
import type { AlarmWatch } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { AlarmsClient } from '../../alarms/alarms-client.js';
import { AlarmsTabs } from '../alarms-tabs.js';
import { WatchCard } from './watch-card.js';

type Budget = AlarmWatch['budgetDays'];

/** How each department is watched, what its budget of false alarms means, and what came of its alarms. */
@Component({
  selector: 'fc-watch-page',
  imports: [AlarmsTabs, Empty, Load, Ready, Shape, Skeleton, WatchCard],
  template: `
    <fc-alarms-tabs />
    <p class="lead quiet measure">{{ t('alarm-work.watch.lead') }}</p>
    <fc-load [of]="found" [failed]="t('alarm-work.watch.failed')">
      <ng-template fcShape>
        <div class="cards"><fc-skeleton [height]="320" /><fc-skeleton [height]="320" /></div>
      </ng-template>
      <ng-template fcReady>
        <div class="cards">
          @for (watch of watches(); track watch.department.id) {
            <fc-watch-card
              [watch]="watch"
              [alarmId]="goingOn().get(watch.department.id)"
              [isSetting]="setting() === watch.department.id"
              (chosen)="choose(watch, $event)"
            />
          } @empty {
            <fc-empty class="card" icon="organisation" [heading]="t('alarm-work.watch.none')" />
          }
        </div>
      </ng-template>
    </fc-load>
  `,
  styles: `
    .lead {
      margin-bottom: 14px;
    }
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 440px), 1fr));
      gap: 16px;
      align-items: start;
    }
  `,
})
export class WatchPage {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly client = inject(AlarmsClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly read = resource({ loader: () => this.client.watches() });
  protected readonly found = kept(this.read);
  /** An alarm stays one while the evidence falls again. Without knowing of it the cards say the evidence alone. */
  private readonly unjudged = resource({ loader: () => this.client.page({ state: 'unjudged', limit: 200 }) });
  protected readonly goingOn = computed(() => {
    const alarms = this.unjudged.hasValue() ? this.unjudged.value().alarms : [];
    return new Map(
      alarms.flatMap(({ id, department, ebbedAt }) => (ebbedAt === null ? [[department.id, id] as const] : [])),
    );
  });
  /** What was set here, in the place of what was read. */
  private readonly set = signal<ReadonlyMap<string, AlarmWatch>>(new Map());
  protected readonly setting = signal<string | null>(null);

  /** Those whose budget is theirs to choose come first. */
  protected readonly watches = computed(() =>
    (this.found.value()?.watches ?? [])
      .map((watch) => newer(watch, this.set().get(watch.department.id)))
      .toSorted((a, b) => Number(b.maySet) - Number(a.maySet)),
  );

  protected async choose(watch: AlarmWatch, budgetDays: Budget): Promise<void> {
    if (this.setting() !== null || budgetDays === watch.budgetDays) return;
    const { department, budgetDays: before, revision } = watch;
    this.setting.set(department.id);
    await this.faults.heed(
      this.client
        .setBudget(department.id, { budgetDays, revision })
        .then((now) => {
          this.set.update((all) => new Map([...all, [department.id, now]]));
          this.toasts.show({
            text: 'alarms.was.budget',
            values: { department: this.nameOf(department), days: budgetDays },
            undo: () => this.choose(now, before),
          });
        })
        .catch((error: unknown) => {
          // What is chosen by now is shown beside why it was refused.
          this.found.reload();
          throw error;
        }),
    );
    this.setting.set(null);
  }
}

const newer = (read: AlarmWatch, set: AlarmWatch | undefined): AlarmWatch =>
  set && set.revision >= read.revision ? set : read;
