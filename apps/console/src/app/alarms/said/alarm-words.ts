import { computed, inject, Service } from '@angular/core';
import type { AlarmFactor, BoardAlarm } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { formatTime, isSameDay } from '../../platform/format/moment.js';
import { formatFixed } from '../../platform/format/rate.js';
import { Texts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';

type Named = Pick<AlarmFactor, 'dimension' | 'key' | 'name' | 'complaints'>;
export type SeenAlarm = Pick<
  BoardAlarm,
  'raisedAt' | 'since' | 'contacts' | 'complaints' | 'expected' | 'factors' | 'takenBy' | 'takenAt'
>;

/** What an alarm says, in the language in force: since when, how much, and what explains most of it. */
@Service()
export class AlarmWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Formats);
  private readonly clock = inject(ServerClock);
  private readonly t = this.texts.say;

  /** "12:15", with its day where that is another one than today. In the zone of the organisation, or `zone`. */
  at(at: string, zone = this.format.zone()): string {
    return isSameDay(at, this.clock.now(), zone) ? formatTime(at, zone) : this.format.momentIn(at, zone).moment;
  }

  /** "Billing: more complaints than chance allows, rising since about 12:15" */
  heading({ since }: Pick<BoardAlarm, 'since'>, department: string): string {
    return this.t('alarms.rising', { department, since: this.at(since) });
  }

  /** "56 complaints in 1,057 contacts; the usual level would give about 22." */
  numbers({ complaints, contacts, expected }: Pick<BoardAlarm, 'complaints' | 'contacts' | 'expected'>): string {
    return this.t('alarms.numbers', {
      count: complaints,
      complaints: this.format.count(complaints),
      contacts: this.format.count(contacts),
      expected: this.about(expected),
    });
  }

  /** Of a few a tenth still says something. */
  readonly about = (expected: number): string =>
    expected < 3 ? formatFixed(expected, expected < 0.1 ? 2 : 1) : this.format.count(Math.round(expected));

  /** "39 are “Charged twice”, 34 of them by e-mail."; empty where nothing explains it. */
  why({ factors: [first] }: Pick<BoardAlarm, 'factors'>): string {
    if (!first) return '';
    const factor = this.factor(first);
    return first.within
      ? this.t('alarms.why-within', { factor, within: this.within(first.within) })
      : this.t('alarms.why', { factor });
  }

  /** How much, and why. */
  said(alarm: Pick<BoardAlarm, 'complaints' | 'contacts' | 'expected' | 'factors'>): string {
    const gap = this.locale() === 'zh' ? '' : ' ';
    return [this.numbers(alarm), this.why(alarm)].filter(Boolean).join(gap);
  }

  /** "“Charged twice” is 39 of 56 since 12:15" */
  explains({ factors: [first], complaints, since }: SeenAlarm, zone?: string): string {
    if (!first) return '';
    return this.t(`alarms.explains.${dimensionKey(first)}`, {
      name: this.nameOf(first),
      part: this.format.count(first.complaints),
      whole: this.format.count(complaints),
      since: this.at(since, zone),
    });
  }

  factor(part: Named): string {
    return this.t(`alarms.factor.${dimensionKey(part)}`, { count: part.complaints, name: this.nameOf(part) });
  }

  within(part: Named): string {
    return this.t(`alarms.within.${dimensionKey(part)}`, {
      shown: this.format.count(part.complaints),
      name: this.nameOf(part),
    });
  }

  /** What has no name of its own is itself (a product), or a word of ours (a channel). */
  nameOf({ dimension, key, name }: Pick<Named, 'dimension' | 'key' | 'name'>): string {
    if (name) return name[this.locale()];
    const channel = `alarms.channel.${key}`;
    return dimension === 'channel' && this.texts.has(channel) ? this.t(channel) : key;
  }

  /** Who has it, in a sentence. */
  whose({ takenBy, takenAt }: Pick<BoardAlarm, 'takenBy' | 'takenAt'>, zone?: string): string {
    if (!takenBy || takenAt === null) return this.t('alarms.nobody');
    return this.t('alarms.has', { name: takenBy.name, since: this.at(takenAt, zone) });
  }

  private readonly locale = computed(() => this.texts.locale());
}

/** `attribute:product` has its words under `product`. */
export const dimensionKey = ({ dimension }: Pick<AlarmFactor, 'dimension'>): string =>
  dimension.replace('attribute:', '');
