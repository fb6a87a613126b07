import { surveyAskAbouts, surveyAskChannels, surveyAskStates } from '@forecall/contracts';
import type { ListFilter } from '../../lists/index.js';

/** What narrows the askings; the page's address and the server know them by these names. */
export const askFilters: readonly ListFilter[] = [
  {
    ...{ name: 'state', label: 'survey-asked.state.label', kind: 'choice', isAlways: true },
    ...{ values: surveyAskStates, words: (value) => `survey-asked.state.${value}` },
  },
  {
    ...{ name: 'about', label: 'survey-asked.about.label', kind: 'choice', isAlways: true },
    ...{ values: surveyAskAbouts.filter((about) => about !== 'department') },
    words: (value) => `survey-asked.about.${value}`,
  },
  { name: 'departmentId', label: 'survey-asked.department', kind: 'department', isAlways: true },
  {
    ...{ name: 'channel', label: 'survey-asked.channel.label', kind: 'choice' },
    ...{ values: surveyAskChannels, words: (value) => `survey-asked.channel.${value}` },
  },
  { name: 'from', label: 'lists.from', kind: 'day' },
  { name: 'to', label: 'lists.to', kind: 'day' },
];
