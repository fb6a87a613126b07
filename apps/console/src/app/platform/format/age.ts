import type { LocaleName } from '@forecall/contracts';
import { formatDuration } from './duration.js';

/** How long ago something came in that is still good: "1 s ago", "1 秒前". */
export function formatAgo(seconds: number, locale: LocaleName): string {
  return `${formatDuration(seconds, locale)}${locale === 'zh' ? '前' : ' ago'}`;
}

/** How old something is that should be newer: "12 s old", "12 秒前". */
export function formatOld(seconds: number, locale: LocaleName): string {
  return `${formatDuration(seconds, locale)}${locale === 'zh' ? '前' : ' old'}`;
}
