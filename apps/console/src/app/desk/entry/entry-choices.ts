import { injectTexts } from '../../platform/i18n/texts.js';
import type { KeyedOption } from '../../ui/choice/choices.js';
import type { Entry } from './entry.js';

type Ending = NonNullable<Entry['ending']>;

export const channels = ['phone', 'email', 'chat', 'message', 'visit'] as const;
const directions = ['in', 'out'] as const;
/** Each with its letter; the last one only for what went out. */
export const endingKeys: readonly (readonly [Ending, string])[] = [
  ['solved', 's'],
  ['follow-up', 'f'],
  ['complaint', 'c'],
  ['handed-over', 'h'],
  ['not-reached', 'm'],
];

export interface EntryChoices {
  channels(): KeyedOption<Entry['channel']>[];
  directions(): KeyedOption<Entry['direction']>[];
  endings(direction: Entry['direction']): KeyedOption<Ending>[];
}

/** In a component's field: the answers of the form's questions in words. */
export function injectEntryChoices(): EntryChoices {
  const t = injectTexts();
  return {
    channels: () => channels.map((value) => ({ value, label: t(`desk.channel.${value}`) })),
    directions: () => directions.map((value) => ({ value, label: t(`desk.direction.${value}`) })),
    endings: (direction) =>
      endingKeys
        .filter(([value]) => value !== 'not-reached' || direction === 'out')
        .map(([value, press]) => ({ value, label: t(`desk.ending.${value}`), press, printed: `Alt+${press}` })),
  };
}
