import { afterRenderEffect, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AlarmWatch } from '@forecall/contracts';
import { alarmBudgets } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed } from '../../platform/format/rate.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Figure } from '../../ui/figure/figure.js';
import type { StateName } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { allowedFalse, learntShare, timeUntilSeen, watchEvidence } from './watch-figures.js';

/** One department: its usual level, what each budget of false alarms would mean there, and how the alarms did so far. */
@Component({
  selector: 'fc-watch-card',
  imports: [Figure, RouterLink, State],
  templateUrl: './watch-card.html',
  styleUrl: './watch-card.css',
})
export class WatchCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  readonly watch = input.required<AlarmWatch>();
  /** The one that goes on. */
  readonly alarmId = input<string>();
  readonly isSetting = input(false);
  readonly chosen = output<AlarmWatch['budgetDays']>();

  protected readonly name = computed(() => this.nameOf(this.watch().department));
  protected readonly state = computed((): StateName => {
    const { evidence } = this.watch();
    if (this.alarmId() !== undefined) return 'alarm';
    if (evidence === null) return 'none';
    return evidence >= watchEvidence ? 'watch' : 'usual';
  });
  protected readonly evidence = computed(() => {
    const { evidence } = this.watch();
    return evidence === null
      ? this.t('alarm-work.watch.learning')
      : this.t('alarm-work.watch.evidence', { share: this.percent(evidence) });
  });
  protected readonly past = computed(() => {
    const { baseline } = this.watch();
    if (!baseline) return '';
    return this.t('alarm-work.watch.past', {
      complaints: this.format.count(baseline.pastComplaints),
      contacts: this.format.count(baseline.pastContacts),
      from: this.format.day(baseline.pastFrom),
      to: this.format.day(baseline.pastTo),
      daily: this.format.count(Math.round(baseline.contactsPerDay)),
    });
  });
  protected readonly because = computed(() => {
    const { baseline } = this.watch();
    return baseline ? this.t(`alarm-work.watch.because.${baseline.why}`, { at: this.format.date(baseline.since) }) : '';
  });
  /** Without a baseline nobody knows yet what each means. */
  protected readonly choices = computed(() =>
    alarmBudgets.map((days) => ({
      days,
      label: this.t(`alarm-work.watch.choice.${days}`),
      means: this.meansOf(days),
    })),
  );
  protected readonly learnt = computed(() => {
    const { learnt } = this.watch();
    if (!learnt) return null;
    const { days, contacts, complaints, needsDays, needsContacts, needsComplaints } = learnt;
    const counted = { contacts: this.format.count(contacts), complaints: this.format.count(complaints) };
    const values = { days, needsDays, ...counted, needsContacts, needsComplaints };
    return { share: learntShare(learnt), text: this.t('alarm-work.watch.learnt', values) };
  });
  protected readonly record = computed(() => {
    const { record } = this.watch();
    const period = this.daysText(Math.max(1, record.days), 0);
    if (record.raised === 0) return this.t('alarm-work.watch.raised-none', { period });
    const parts = (['explained', 'false', 'unjudged'] as const)
      .filter((part) => record[part] > 0)
      .map((part) => this.t(`alarm-work.watch.${part}`, { count: record[part] }));
    const raised = this.t('alarm-work.watch.raised', { count: record.raised, period });
    return `${raised}${this.t('alarm-work.watch.colon')}${parts.join(this.t('ui.list-comma'))}`;
  });
  protected readonly allows = computed(() => {
    const allowed = allowedFalse(this.watch());
    const n = allowed < 3 ? formatFixed(allowed, 1) : this.format.count(Math.round(allowed));
    return this.t('alarm-work.watch.allows', { n });
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // A choice that was refused is not the one in force: what is marked goes back.
    afterRenderEffect(() => {
      const { budgetDays } = this.watch();
      if (this.isSetting()) return;
      for (const radio of host.querySelectorAll<HTMLInputElement>('input[type=radio]'))
        radio.checked = radio.value === String(budgetDays);
    });
  }

  protected readonly percent = (share: number): string =>
    this.format.rate(Math.round(share * 100) / 100).replace('.0%', '%');

  private meansOf(budget: number): string {
    const choice = this.watch().baseline?.choices.find(({ budgetDays }) => budgetDays === budget);
    if (!choice) return '';
    return this.t('alarm-work.watch.means', {
      false: this.daysText(Math.round(choice.falseAlarmDays), 0),
      contacts: this.format.count(Math.round(choice.delayContacts)),
      delay: this.delayText(choice.delayDays),
    });
  }

  private delayText(days: number): string {
    const { unit, n } = timeUntilSeen(days);
    return unit === 'hours' ? this.t('alarm-work.watch.hours', { count: n, n }) : this.daysText(n, 1);
  }

  private daysText(days: number, digits: 0 | 1): string {
    const n = digits === 0 || days >= 10 ? this.format.count(Math.round(days)) : formatFixed(days, 1).replace('.0', '');
    return this.t('alarm-work.watch.days', { count: Number(n.replace(/\D/g, '')) === 1 ? 1 : 2, n });
  }
}
