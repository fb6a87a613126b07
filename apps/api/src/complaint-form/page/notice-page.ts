import { html } from '../../platform/pages/html.js';
import type { PageLocale } from '../../platform/pages/page-locale.js';
import { addressOf, page } from './frame.js';
import { textsIn } from './texts.js';

interface Notice {
  readonly locale: PageLocale;
  readonly organisation: string;
  readonly token?: string | undefined;
}

export function receivedPage({ locale, organisation, token }: Notice, number: string): string {
  const t = textsIn(locale).received;
  const body = html`<div class="card" role="status">
      <h1>${t.title}</h1>
      <p>${t.number}</p>
      <p class="number">${number}</p>
      <p>${t.next}</p>
      <p>${t.more}</p>
    </div>
    <p><a href="${addressOf(locale)}">${t.another}</a></p>`;
  return page({ locale, organisation, token, title: t.title, body });
}

export type NoticeKind = 'closed' | 'tooMany' | 'tooLarge' | 'busy' | 'cutOff';

/** Why nothing was sent, and what to do. */
export function noticePage({ locale, organisation, token }: Notice, kind: NoticeKind, minutes = 1): string {
  const t = textsIn(locale)[kind];
  const body = html`<div class="card" role="alert">
    <h1>${t.title}</h1>
    <p>${t.next.replace('{minutes}', String(minutes))}</p>
  </div>`;
  return page({ locale, organisation, token, title: t.title, body });
}
