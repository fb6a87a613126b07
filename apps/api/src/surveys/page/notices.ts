import { html } from '../../platform/pages/html.js';
import { addressOf, type Setting, surveyPage } from './survey-frame.js';
import { textsIn } from './texts.js';

/** Until when it may be changed; null: not any more. */
export function thanksPage(setting: Setting, { until, zone }: { until: Date | null; zone: string }): string {
  const t = textsIn(setting.locale).thanks;
  const time = (at: Date) =>
    new Intl.DateTimeFormat(setting.locale === 'zh' ? 'zh-CN' : 'en-GB', {
      ...{ timeZone: zone, dateStyle: 'long', timeStyle: 'short' },
    }).format(at);
  const body = html`<div class="card" role="status">
      <h1>${t.title}</h1>
      <p>${t.next}</p>
      ${until && html`<p>${t.until.replace('{until}', time(until))}</p>`}
    </div>
    ${until && html`<p><a href="${addressOf(setting)}">${t.change}</a></p>`}`;
  return surveyPage(setting, t.title, body);
}

/** The same for a link that never was, that was used and that has ended. */
export function gonePage(setting: Setting): string {
  const t = textsIn(setting.locale).gone;
  const body = html`<div class="card" role="status">
    <h1>${t.title}</h1>
    <p>${t.next}</p>
  </div>`;
  return surveyPage(setting, t.title, body);
}

export function tooManyPage(setting: Setting, minutes: number): string {
  const t = textsIn(setting.locale).tooMany;
  const body = html`<div class="card" role="alert">
    <h1>${t.title}</h1>
    <p>${t.next.replace('{minutes}', String(minutes))}</p>
  </div>`;
  return surveyPage(setting, t.title, body);
}

/** We have a fault. What was typed is kept by the browser, which shows it again when one goes back. */
export function faultPage(setting: Setting, isAnswer: boolean): string {
  const t = textsIn(setting.locale).fault;
  const title = isAnswer ? t.title : t.otherTitle;
  const body = html`<div class="card" role="alert">
    <h1>${title}</h1>
    <p>${isAnswer ? t.back : t.otherNext}</p>
  </div>`;
  return surveyPage(setting, title, body);
}

/** The same whether there is such a link or not. */
export function stopPage(setting: Setting, isDone: boolean): string {
  const t = textsIn(setting.locale).stop;
  const body = isDone
    ? html`<div class="card" role="status">
        <h1>${t.title}</h1>
        <p>${t.done}</p>
      </div>`
    : html`<h1>${t.title}</h1>
        <p class="lead">${t.lead}</p>
        <form method="post" action="${addressOf(setting, '/stop')}">
          <p><button type="submit">${t.confirm}</button></p>
        </form>`;
  return surveyPage(setting, t.title, body, '/stop');
}
