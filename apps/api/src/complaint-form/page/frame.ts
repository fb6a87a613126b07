import { Html, html } from './html.js';
import { style } from './style.js';
import { type PageLocale, textsIn } from './texts.js';

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

const languageOf = { en: 'en', zh: 'zh-CN' } as const;

/** A whole page, without any script. The referrer is told to ourselves, or a browser would not name the form's origin. */
export function page({ locale, title, organisation, token, body }: Framed): string {
  const other: PageLocale = locale === 'en' ? 'zh' : 'en';
  return html`<!doctype html>
    <html lang="${languageOf[locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <title>${title} · ${organisation}</title>
        ${style}
      </head>
      <body>
        <header>
          <b>${organisation}</b
          ><a href="${addressOf(other, token)}" lang="${languageOf[other]}" hreflang="${languageOf[other]}"
            >${textsIn(locale).switchTo}</a
          >
        </header>
        <main>${body}</main>
      </body>
    </html> `.text;
}
