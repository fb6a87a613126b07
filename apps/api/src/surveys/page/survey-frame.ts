import { framed } from '../../platform/pages/frame.js';
import { Html } from '../../platform/pages/html.js';
import type { PageLocale } from '../../platform/pages/page-locale.js';
import { textsIn } from './texts.js';

/** What every page of a survey is made for. Nothing of the customer, the contact or the rep stands here, nor on a page. */
export interface Setting {
  readonly locale: PageLocale;
  readonly organisation: string;
  readonly token: string;
}

/** Only what could be a secret of ours stands in a page. */
export const addressOf = ({ token, locale }: Omit<Setting, 'organisation'>, part: '' | '/stop' = ''): string =>
  `/s/${encodeURIComponent(token)}${part}?lang=${locale}`;

/** Scores in a row, large enough for a thumb; seven fit a telephone, more take two rows with the highest at its end. */
const ownStyle = new Html(`<style>
.steps{display:grid;grid-template-columns:repeat(auto-fit,minmax(36px,1fr));gap:6px}
.of-8{grid-template-columns:repeat(4,1fr)}.of-9,.of-10{grid-template-columns:repeat(5,1fr)}.of-11{grid-template-columns:repeat(6,1fr)}
.of-9 label:nth-child(6),.of-11 label:nth-child(7){grid-column-start:2}
@media(min-width:600px){.of-8,.of-9,.of-10,.of-11{grid-template-columns:repeat(auto-fit,minmax(36px,1fr))}.of-9 label:nth-child(6),.of-11 label:nth-child(7){grid-column-start:auto}}
.steps label,.options label{justify-content:center;align-items:center;min-height:48px;padding:6px 8px;border:1px solid var(--control);border-radius:6px;cursor:pointer;font-variant-numeric:tabular-nums}
.options{display:grid;gap:6px}.options label{justify-content:flex-start}
.steps label{flex-direction:column;gap:2px}
.steps input,.options input{flex:none;width:20px;min-height:20px;margin:0;padding:0;accent-color:var(--accent)}
.steps label:has(:checked),.options label:has(:checked){border:2px solid var(--accent);padding:5px 7px}
.ends{display:flex;justify-content:space-between;gap:16px;margin:4px 0 0}
h2{font-size:18px;line-height:26px;margin:24px 0 8px}
.gone{display:flex;align-items:center;gap:8px;min-height:44px;font-weight:400}.gone input{flex:none;width:20px;min-height:20px;margin:0;accent-color:var(--accent)}
.asked{display:block;font-weight:600;margin-bottom:12px}
legend small,.asked small{font-weight:400;font-size:14px;color:var(--text-2);margin-left:8px}
</style>`);

export const surveyPage = (setting: Setting, title: string, body: Html, part: '' | '/stop' = ''): string => {
  const { locale, organisation, token } = setting;
  const other = { locale: locale === 'en' ? 'zh' : 'en', token } as const;
  return framed({
    ...{ locale, organisation, title, body, ownStyle },
    other: { address: addressOf(other, part), name: textsIn(locale).switchTo },
  });
};
