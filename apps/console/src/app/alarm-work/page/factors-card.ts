import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Alarm, AlarmFactor } from '@forecall/contracts';
import { AlarmWords, askedOf, dimensionKey } from '../../alarms/index.js';
import { openReceipts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';

/** What explains most of a rise, each with its own rows. The rate is not given by team: those of one are in the list. */
@Component({
  selector: 'fc-factors-card',
  imports: [Cell, Icon, RouterLink, Table],
  templateUrl: './factors-card.html',
  styleUrl: './factors-card.css',
})
export class FactorsCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly words = inject(AlarmWords);
  private readonly nameOf = injectNameOf();
  private readonly receipts = openReceipts();
  readonly alarm = input.required<Alarm>();

  protected readonly factors = computed(() => this.alarm().factors);
  protected readonly columns = computed((): Column<AlarmFactor>[] => [
    { id: 'what', label: this.t('alarm-work.what') },
    { id: 'complaints', label: this.t('alarms.complaints-word'), isNumber: true },
    {
      id: 'usually',
      label: this.t('alarm-work.usually'),
      isNumber: true,
      text: ({ expected }) => this.words.about(expected),
    },
    { id: 'share', label: this.t('alarm-work.share'), isWideOnly: true },
  ]);
  protected readonly idOf = ({ dimension, key }: AlarmFactor): string => `${dimension}:${key}`;
  protected readonly kindOf = (factor: AlarmFactor): string => this.t(`alarm-work.kind.${dimensionKey(factor)}`);
  /** Others may have fallen meanwhile: no part is more than the whole. */
  protected readonly shareOf = ({ share }: AlarmFactor): number => Math.min(1, Math.max(0, share));

  protected showRows(factor: AlarmFactor): void {
    const { department } = this.alarm();
    const values = { department: this.nameOf(department), what: this.words.nameOf(factor) };
    this.receipts({
      metric: 'complaint-rate',
      heading: this.t('alarm-work.receipts-of', values),
      question: askedOf(this.alarm(), department.id, factor),
    });
  }

  /** The list knows days only. */
  protected listQuery({ key }: AlarmFactor): Record<string, string> {
    const { department, since, until } = this.alarm();
    return {
      ...{ state: 'all', departmentId: department.id, teamId: key },
      ...{ from: this.format.dayOf(since), to: this.format.dayOf(until) },
    };
  }
}
