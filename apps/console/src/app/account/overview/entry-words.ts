import { inject } from '@angular/core';
import type { TimeLineEntry } from '@forecall/contracts';
import { highestScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import type { IconName } from '../../ui/icon/icon-paths.js';

const channelIcons: Record<string, IconName> = {
  phone: 'phone',
  email: 'mail',
  chat: 'chat',
  message: 'chat',
  visit: 'people',
  letter: 'letter',
  form: 'form',
};
const icons: Record<TimeLineEntry['kind'], IconName> = {
  contact: 'chat',
  complaint: 'flag',
  answer: 'answer',
  call: 'phone',
  promise: 'clock',
  training: 'people',
  class: 'star',
  care: 'person',
  dossier: 'book',
};

/** How what happened is said. */
export interface EntryWords {
  readonly icon: (entry: TimeLineEntry) => IconName;
  /** "Charged twice", "4 of 5", "Now loyal" */
  readonly title: (entry: TimeLineEntry) => string;
  /** "Phone in, Chen Guodong, taken by Wu Jing" */
  readonly about: (entry: TimeLineEntry) => string;
  /** "Fri 20 Nov 14:30", or the day alone. */
  readonly time: (entry: TimeLineEntry) => string;
  /** The customer did it. */
  readonly isCustomers: (entry: TimeLineEntry) => boolean;
}

/** In a component's field; needs the texts `account`, `contacts` and `desk`. */
export function injectEntryWords(): EntryWords {
  const t = injectTexts();
  const locale = inject(Texts).locale;
  const format = inject(Formats);
  const reasonOf = ({ reason }: TimeLineEntry): string =>
    reason ? (locale() === 'zh' ? reason.nameZh : reason.nameEn) : '';
  const wayOf = ({ channel, direction }: TimeLineEntry): string =>
    channel === null
      ? ''
      : t('account.line.way', {
          channel: t(`contacts.channel.${channel}`),
          direction: direction === null ? '' : t(`contacts.direction.${direction}`),
        }).trim();

  /** Where a call was moved to, or was due; by when something was promised. */
  const dueOf = ({ kind, what, dueAt }: TimeLineEntry): string => {
    if (dueAt === null) return '';
    return kind === 'call' && what !== 'moved' ? format.date(dueAt) : format.dayTime(dueAt);
  };

  const title = (entry: TimeLineEntry): string => {
    const suffix = entry.isOver ? '-over' : '';
    switch (entry.kind) {
      case 'contact':
        if (entry.purpose === 'proactive') return t('account.line.our-call');
        return reasonOf(entry) || wayOf(entry);
      case 'complaint':
        return reasonOf(entry) || t('desk.complaint');
      case 'answer':
        return t('desk.answer-of', { score: entry.score ?? 0, scale: highestScore(entry.what, entry.scale ?? 0) });
      case 'call':
      case 'promise':
        return t(`account.line.${entry.kind}.${entry.what ?? ''}`, { date: dueOf(entry) });
      case 'training':
        return t(`account.line.training.${entry.what ?? ''}`, { topic: entry.text ?? '' });
      case 'class':
        return t(`account.line.class${suffix}`, { class: t(`desk.class.${entry.what ?? ''}`) });
      case 'care':
        return t(`account.line.${entry.what ?? 'rep'}${suffix}`, { name: entry.by?.name ?? '' });
      case 'dossier':
        return t('account.line.dossier', { part: t(`account.dossier.part.${entry.what ?? ''}`) });
    }
  };

  const about = (entry: TimeLineEntry): string => {
    const { kind, person, by, outcome } = entry;
    const isOdd = outcome !== null && outcome !== 'handled';
    const parts =
      kind === 'contact'
        ? [
            entry.purpose === 'proactive' || reasonOf(entry) ? wayOf(entry) : '',
            person?.name,
            by?.name,
            isOdd && t(`contacts.outcome.${outcome}`),
          ]
        : kind === 'complaint'
          ? [t(entry.isOpen ? 'account.line.open' : 'account.line.closed'), person?.name, by?.name]
          : kind === 'answer'
            ? [
                t(`desk.answer.${entry.contactId === null ? 'relationship' : 'contact'}.${entry.what ?? ''}`),
                entry.isEntered && t('desk.answer-entered'),
              ]
            : kind === 'care'
              ? []
              : [by?.name];
    return parts.filter(Boolean).join(t('ui.list-comma'));
  };

  return {
    icon: ({ kind, channel }) => (kind === 'contact' ? channelIcons[channel ?? ''] : undefined) ?? icons[kind],
    ...{ title, about },
    time: ({ at, onDay }) => (onDay === null ? format.dayTime(at) : format.day(onDay)),
    isCustomers: ({ kind, direction, what }) =>
      kind === 'complaint' ||
      kind === 'answer' ||
      (kind === 'contact' && direction === 'in') ||
      (kind === 'call' && what === 'asked'),
  };
}
