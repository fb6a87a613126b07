import { maximumOf, type RubricItem } from '@forecall/domain';

type Say = (key: string) => string;

/** "4 / 5", "Pass", "N/A"; a dash where nothing was given. */
export function markText(item: RubricItem, mark: number | 'not-applicable' | undefined, t: Say): string {
  if (mark === undefined) return '–';
  if (mark === 'not-applicable') return t('marking.mark.na');
  if (item.kind === 'yes-no') return t(mark === 1 ? 'marking.mark.pass' : 'marking.mark.fail');
  return `${mark} / ${maximumOf(item)}`;
}
