import { Html, html } from './html.js';
import type { PageLocale } from './page-locale.js';
import { style } from './style.js';

export interface Framed {
  readonly locale: PageLocale;
  readonly title: string;
  readonly organisation: string;
  /** The same page in the other language, and what that language calls itself. */
  readonly other: { readonly address: string; readonly name: string };
  /** Beside what all pages have. */
  readonly ownStyle?: Html;
  readonly body: Html;
}

const languageOf = { en: 'en', zh: 'zh-CN' } as const;

/** A whole public page, without any script. The referrer is told to ourselves, or a browser would not name the form's origin. */
export function framed({ locale, title, organisation, other, ownStyle, body }: Framed): string {
  const otherLanguage = languageOf[locale === 'en' ? 'zh' : 'en'];
  return html`<!doctype html>
    <html lang="${languageOf[locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <title>${title} · ${organisation}</title>
        ${style}${ownStyle}
      </head>
      <body>
        <header>
          <b>${organisation}</b
          ><a href="${other.address}" lang="${otherLanguage}" hreflang="${otherLanguage}">${other.name}</a>
        </header>
        <main>${body}</main>
      </body>
    </html> `.text;
}
