import { computed, inject, Service } from '@angular/core';
import { Locale } from '../i18n/locale.js';
import { ServerClock } from '../live/server-clock.js';
import { Session } from '../session/session.js';
import { formatAgo, formatOld } from './age.js';
import { explainUnderLimit, formatAxisCount, formatCount, formatCountOver, formatMoney } from './count.js';
import { formatCallClock, formatDuration, formatMeanSeconds } from './duration.js';
import * as moment from './moment.js';
import { formatInterval, formatPoints, formatRate, pointDigits, rateDigits } from './rate.js';

/**
 * How figures, dates and durations are written, in the language in force and the organisation's zone. Its functions read
 * signals: what a template prints by them follows a switch of the language.
 */
@Service()
export class Formats {
  private readonly session = inject(Session);
  private readonly locale = inject(Locale).name;
  private readonly clock = inject(ServerClock);
  readonly zone = computed(() => {
    return this.session.me()?.organisation.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  });

  readonly rate = formatRate;
  readonly rateDigits = rateDigits;
  readonly pointDigits = pointDigits;
  readonly interval = formatInterval;
  readonly count = formatCount;
  readonly countOver = formatCountOver;
  readonly callClock = formatCallClock;
  readonly points = (difference: number | null) => formatPoints(difference, this.locale());
  readonly axisCount = (count: number) => formatAxisCount(count, this.locale());
  readonly money = (amount: number | null, currency: string, precision?: 'exact' | 'whole') =>
    formatMoney(amount, currency, this.locale(), precision);
  readonly underLimit = (value: number, limit: number, digits = 1) =>
    explainUnderLimit(value, limit, digits, this.locale());
  readonly duration = (seconds: number | null) => formatDuration(seconds, this.locale());
  readonly meanSeconds = (seconds: number | null) => formatMeanSeconds(seconds, this.locale());
  readonly ago = (seconds: number) => formatAgo(seconds, this.locale());
  readonly old = (seconds: number) => formatOld(seconds, this.locale());
  readonly time = (at: moment.Instant) => moment.formatTime(at, this.zone());
  readonly endTime = (at: moment.Instant) => moment.formatEndTime(at, this.zone());
  readonly endDateTime = (at: moment.Instant) =>
    moment.formatEndDateTime(at, this.zone(), this.locale(), this.clock.now());
  readonly timeWithSeconds = (at: moment.Instant) => moment.formatTimeWithSeconds(at, this.zone());
  readonly zoneName = () => moment.formatZone(this.zone(), this.locale());
  readonly date = (at: moment.Instant) => moment.formatDate(at, this.zone(), this.locale(), this.clock.now());
  readonly fullDate = (at: moment.Instant) => moment.formatFullDate(at, this.zone(), this.locale());
  readonly fullDay = (day: string) => moment.formatFullDate(`${day}T12:00:00Z`, 'UTC', this.locale());
  readonly shortDate = (at: moment.Instant) => moment.formatShortDate(at, this.zone(), this.locale());
  readonly shortDateTime = (at: moment.Instant) => moment.formatShortDateTime(at, this.zone(), this.locale());
  readonly day = (day: string) => moment.formatDay(day, this.zone(), this.locale(), this.clock.now());
  readonly dateTime = (at: moment.Instant) => moment.formatDateTime(at, this.zone(), this.locale(), this.clock.now());
  readonly dayTime = (at: moment.Instant) => moment.formatDayTime(at, this.zone(), this.locale(), this.clock.now());
  readonly due = (at: moment.Instant) => moment.formatDue(at, this.zone(), this.locale(), this.clock.now());
  /** The day (`2026-12-01`) in the organisation's zone: of now, of an instant. */
  readonly today = () => moment.dayIn(this.clock.now(), this.zone());
  readonly dayOf = (at: moment.Instant) => moment.dayIn(at, this.zone());
  /** A moment in another zone than the organisation's of who is signed in, with what the zone is called. */
  readonly momentIn = (at: moment.Instant, zone: string | null) => {
    const there = zone ?? this.zone();
    return {
      moment: moment.formatDateTime(at, there, this.locale(), this.clock.now()),
      zone: moment.formatZone(there, this.locale()),
    };
  };
  readonly week = (at: moment.Instant) => moment.formatWeek(at, this.zone(), this.locale());
  readonly weekday = (weekday: number) => moment.formatWeekday(weekday, this.locale());
  readonly month = (month: number) => moment.formatMonth(month, this.locale());
}
