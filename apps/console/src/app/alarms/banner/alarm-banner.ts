import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardTile } from '@forecall/contracts';
import { openReceipts } from '../../figures/index.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Banner } from '../../ui/feedback/banner.js';
import { kept } from '../../ui/feedback/kept.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { AlarmsClient } from '../alarms-client.js';
import { AlarmWords } from '../said/alarm-words.js';
import { askedOf } from '../said/receipts-of.js';
import { takesAlarm } from '../said/taking.js';
import { alarmsOf } from '../said/which-alarm.js';

/** The alarm to be looked at first, above the tiles: since when, how much, why, and who has it or takes it. */
@Component({
  selector: 'fc-alarm-banner',
  imports: [Banner, KeyCaps, RouterLink],
  templateUrl: './alarm-banner.html',
  styleUrl: './alarm-banner.css',
})
export class AlarmBanner {
  protected readonly t = injectTexts();
  protected readonly words = inject(AlarmWords);
  private readonly client = inject(AlarmsClient);
  private readonly locale = inject(Texts).locale;
  private readonly me = computed(() => this.session.me()?.staffId);
  private readonly session = inject(Session);
  private readonly receipts = openReceipts();
  readonly tiles = input.required<readonly BoardTile[]>();

  private readonly led = computed(
    () =>
      new Set(
        (this.session.me()?.grants ?? []).flatMap(({ unit, unitId }) =>
          unit === 'department' && unitId ? [unitId] : [],
        ),
      ),
  );
  private readonly all = computed(() => alarmsOf(this.tiles(), this.led()));
  protected readonly first = computed(() => this.all()[0]);
  protected readonly others = computed(() => this.all().length - 1);
  protected readonly name = computed(() => this.first()?.tile.name[this.locale()] ?? '');
  /** The board does not tell who may take it, nor its revision: asked for whenever somebody else may have acted. */
  private readonly asked = computed(
    () => {
      const alarm = this.first()?.alarm;
      return alarm && { id: alarm.id, takenBy: alarm.takenBy?.id };
    },
    { equal: (a, b) => a?.id === b?.id && a?.takenBy === b?.takenBy },
  );
  private readonly detail = kept(
    resource({ params: this.asked, loader: ({ params }) => this.client.one(params.id).catch(() => undefined) }),
  );
  private readonly known = computed(() => {
    const detail = this.detail.value();
    return detail?.id === this.first()?.alarm.id ? detail : undefined;
  });
  protected readonly mayWork = computed(() => this.known()?.mayWork === true);
  private readonly isMine = computed(() => this.me() === (this.first()?.alarm.takenBy ?? this.known()?.takenBy)?.id);
  readonly mayTake = computed(() => this.mayWork() && !this.isMine());
  protected readonly taking = takesAlarm(() => this.detail.reload());

  protected readonly whose = computed(() => {
    const alarm = this.first()?.alarm;
    if (!alarm) return '';
    return this.isMine() && alarm.takenAt !== null
      ? this.t('alarms.you-have', { since: this.words.at(alarm.takenAt) })
      : this.words.whose(alarm);
  });

  take(): void {
    const alarm = this.known();
    if (alarm && this.mayTake()) void this.taking.take(alarm);
  }

  protected showReceipts(): void {
    const one = this.first();
    if (!one) return;
    const heading = this.t('alarms.receipts-of', { department: this.name() });
    this.receipts({ metric: 'complaint-rate', heading, question: askedOf(one.alarm, one.tile.departmentId) });
  }
}
