import { Component, computed, inject, input, output } from '@angular/core';
import type { Alarm } from '@forecall/contracts';
import { minimumContacts, wilsonInterval } from '@forecall/domain';
import { AlarmWords } from '../../alarms/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Figure } from '../../ui/figure/figure.js';
import { commonScale } from '../../ui/figure/whisker-geometry.js';
import { Whisker } from '../../ui/figure/whisker.js';
import { Icon } from '../../ui/icon/icon.js';
import { alarmStanding } from '../alarm-standing.js';

/** How many complaints there were beside how many are usual, and the rate beside the usual one. */
@Component({
  selector: 'fc-seen-card',
  imports: [Figure, Icon, Whisker],
  template: `
    <section class="card" aria-labelledby="alarm-seen">
      <div class="card-head">
        <h2 id="alarm-seen">{{ t('alarm-work.seen') }}</h2>
        <span class="small faint only-wide">{{
          t('alarm-work.seen-note', { from: words.at(alarm().since), until: words.at(alarm().until) })
        }}</span>
        <button type="button" class="button small quiet push-end" (click)="receipts.emit()">
          <fc-icon name="receipt" />{{ t('ui.receipts') }}
        </button>
      </div>
      <div class="card-body">
        <div class="pair">
          <div>
            <fc-figure size="l" [text]="format.count(alarm().complaints)" />
            <p class="small quiet">{{ t('alarm-work.was-seen') }}</p>
          </div>
          <div class="usual">
            <p class="small quiet">{{ t('alarm-work.would-be') }}</p>
            <fc-figure [text]="words.about(alarm().expected)" />
          </div>
          <div class="rate">
            <div class="row between">
              <span class="row"
                ><b>{{ format.rate(rate()) }}</b>
                <span class="small quiet">{{ format.countOver(alarm().complaints, alarm().contacts) }}</span></span
              >
              <span class="small quiet">{{ t('alarm-work.usual-rate') }} {{ format.rate(alarm().usual) }}</span>
            </div>
            @if (interval(); as shown) {
              <fc-whisker
                [value]="rate()"
                [low]="shown.low"
                [high]="shown.high"
                [mark]="alarm().usual"
                [scale]="scale()"
                [state]="isOn() ? 'alarm' : 'usual'"
              />
              <p class="small faint">{{ format.interval(shown.low, shown.high) }}. {{ t('alarm-work.bar') }}</p>
            }
          </div>
        </div>
      </div>
    </section>
  `,
  styles: `
    .pair {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: 12px 36px;
    }
    .usual {
      color: var(--fc-text-2);
    }
    .rate {
      display: grid;
      flex: 1 1 280px;
      gap: 6px;
      min-width: 0;
    }
    .rate .row {
      gap: 8px;
    }
  `,
})
export class SeenCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly words = inject(AlarmWords);
  readonly alarm = input.required<Alarm>();
  readonly receipts = output();

  protected readonly rate = computed(() => {
    const { complaints, contacts } = this.alarm();
    return contacts >= minimumContacts ? complaints / contacts : null;
  });
  protected readonly interval = computed(() => {
    const { complaints, contacts } = this.alarm();
    return this.rate() === null ? null : wilsonInterval(complaints, contacts);
  });
  protected readonly scale = computed(() =>
    commonScale([{ value: this.rate(), high: this.interval()?.high ?? 0, usual: this.alarm().usual }]),
  );
  protected readonly isOn = computed(() => glyphIsAlarm(this.alarm()));
}

const glyphIsAlarm = (alarm: Alarm): boolean => ['open', 'taken'].includes(alarmStanding(alarm));
