import { DestroyRef, inject, Service, signal } from '@angular/core';
import type { CallingWeek } from '@forecall/contracts';
import { minuteOfTime } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { formatZone, wallTime } from '../../platform/format/moment.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { isWithin, weekGroups } from './week-groups.js';

const minuteMilliseconds = 60_000;

/** When somebody may be called, in words. Reads signals: what is printed by it follows the clock and the language. */
@Service()
export class HoursWords {
  private readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly locale = inject(Locale).name;
  private readonly clock = inject(ServerClock);
  private readonly now = signal(this.clock.now());

  constructor() {
    const timer = setInterval(() => this.now.set(this.clock.now()), minuteMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** "Mon–Fri 09:00–17:00, Sat 09:00–12:00" */
  readonly week = (week: CallingWeek): string => {
    const groups = weekGroups(week).map(({ first, last, hours }) =>
      this.t(first === last ? 'account.hours.day' : 'account.hours.days', {
        ...{ first: this.format.weekday(first), last: this.format.weekday(last), hours },
      }),
    );
    return groups.length > 0 ? groups.join(this.t('account.hours.and')) : this.t('account.hours.never');
  };

  /** "UK Time" */
  readonly zone = (zone: string): string => formatZone(zone, this.locale());

  /** "now 21:40 there"; nothing where it is the same time as here. */
  readonly there = (zone: string | null): string => {
    if (zone === null) return '';
    const { time } = wallTime(this.now(), zone);
    return time === this.format.time(this.now()) ? '' : this.t('account.hours.there', { time });
  };

  /** Whether they may be called at this minute; undefined where no hours are known. */
  readonly mayCallNow = (week: CallingWeek | null, zone: string | null): boolean | undefined => {
    if (week === null) return undefined;
    const { weekday, time } = wallTime(this.now(), zone ?? this.format.zone());
    return isWithin(week, { weekday, minute: minuteOfTime(time) ?? 0 });
  };
}
