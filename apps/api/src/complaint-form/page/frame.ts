import { framed } from '../../platform/pages/frame.js';
import type { Html } from '../../platform/pages/html.js';
import type { PageLocale } from '../../platform/pages/page-locale.js';
import { textsIn } from './texts.js';

/** Where the form is served. */
const formPath = '/complain';

/** The address of one form: its secret stands in it, so that Back and a reload lead to the same one. */
export const addressOf = (locale: PageLocale, token?: string): string =>
  `${formPath}?lang=${locale}${token === undefined ? '' : `&form=${token}`}`;

export interface Framed {
  readonly locale: PageLocale;
  readonly title: string;
  /** Of the form that the page is about. */
  readonly token?: string | undefined;
  readonly organisation: string;
  readonly body: Html;
}

export const page = ({ token, ...rest }: Framed): string =>
  framed({
    ...rest,
    other: { address: addressOf(rest.locale === 'en' ? 'zh' : 'en', token), name: textsIn(rest.locale).switchTo },
  });
