import { fileKinds } from '@forecall/domain';
import { type Html, html } from '../../platform/pages/html.js';
import type { PageLocale } from '../../platform/pages/page-locale.js';
import { addressOf, page } from './frame.js';
import { type PageTexts, textsIn } from './texts.js';

export const fieldNames = [
  'name',
  'company',
  'customerNumber',
  'email',
  'phone',
  'summary',
  'happenedOn',
  'remedySought',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What is wrong, by field, in words of the page's language; `form` where it is about no field. */
export type Faults = Partial<Record<FieldName | 'files' | 'form', string>>;

export interface FormPage {
  readonly locale: PageLocale;
  readonly organisation: string;
  readonly intro: string;
  readonly token: string;
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
  readonly faults: Faults;
  /** The page came back, and files had been chosen. */
  readonly hadFiles: boolean;
}

/** The form, empty or with what was typed and what is wrong with it. */
export function formPage(form: FormPage): string {
  const { locale, organisation, intro, faults } = form;
  const t = textsIn(locale);
  const isWrong = Object.keys(faults).length > 0;
  const field = fieldsOf(form, t);
  const body = html` <h1>${t.title}</h1>
    <p class="lead">${intro || t.lead}</p>
    ${isWrong && faultList(form, t)}
    <form method="post" action="${addressOf(locale, form.token)}" enctype="multipart/form-data" novalidate>
      <fieldset>
        <legend>${t.you}</legend>
        ${field('name', { autocomplete: 'name', most: 200 })}
        ${field('company', { autocomplete: 'organization', most: 200, isOptional: true })}
        ${field('customerNumber', { most: 60, isOptional: true, hint: t.customerNumberHint })}
      </fieldset>
      <fieldset>
        <legend>${t.reach}</legend>
        <p class="hint">${t.reachHint}</p>
        ${field('email', { type: 'email', autocomplete: 'email', most: 200 })}
        ${field('phone', { type: 'tel', autocomplete: 'tel', most: 60 })}
      </fieldset>
      <fieldset>
        <legend>${t.what}</legend>
        ${field('summary', { most: 2000, isLong: true })} ${field('happenedOn', { type: 'date', isOptional: true })}
        ${field('remedySought', { most: 1000, isLong: true, isOptional: true })}
        <div class="field">
          <label for="files">${t.files}<small>${t.optional}</small></label>
          <p class="hint" id="files-hint">${t.filesHint}</p>
          ${form.hadFiles && html`<p class="hint">${t.filesAgain}</p>`}${fault('files', faults)}
          <input
            type="file"
            id="files"
            name="files"
            multiple
            accept="${accepted}"
            ${describedBy('files', faults, true)}
          />
        </div>
      </fieldset>
      <div class="trap" aria-hidden="true">
        <label>${t.website}<input name="website" tabindex="-1" autocomplete="off" /></label>
      </div>
      <p class="hint">${t.privacy}</p>
      <p><button type="submit">${t.send}</button></p>
    </form>`;
  return page({
    locale,
    organisation,
    token: form.token,
    title: isWrong ? t.errorTitle.replace('{title}', t.title) : t.title,
    body,
  });
}

const accepted = fileKinds.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');

interface FieldKind {
  readonly type?: 'email' | 'tel' | 'date';
  readonly autocomplete?: string;
  readonly most?: number;
  readonly isLong?: boolean;
  readonly isOptional?: boolean;
  readonly hint?: string;
}

const fieldsOf = ({ values, faults }: FormPage, t: PageTexts) =>
  function field(name: FieldName, { type, autocomplete, most, isLong, isOptional, hint }: FieldKind): Html {
    const value = values[name] ?? '';
    const rest = html`id="${name}"
    name="${name}"${most !== undefined && html` maxlength="${most}"`}${autocomplete && html` autocomplete="${autocomplete}"`}${describedBy(name, faults, hint !== undefined)}`;
    return html`<div class="field">
      <label for="${name}">${t[name]}${isOptional && html`<small>${t.optional}</small>`}</label>
      ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${fault(name, faults)}
      ${
        isLong
          ? html`<textarea ${rest} rows="5">${value}</textarea>`
          : html`<input type="${type ?? 'text'}" ${rest} value="${value}" />`
      }
    </div>`;
  };

const fault = (name: FieldName | 'files', faults: Faults): Html | false =>
  faults[name] !== undefined && html`<p class="fault" id="${name}-fault">${faults[name]}</p>`;

function describedBy(name: FieldName | 'files', faults: Faults, hasHint: boolean): Html {
  const isWrong = faults[name] !== undefined;
  const ids = [...(hasHint ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-fault`] : [])].join(' ');
  return html`${ids && html` aria-describedby="${ids}"`}${isWrong && html` aria-invalid="true"`}`;
}

function faultList({ faults }: FormPage, t: PageTexts): Html {
  const { form, ...ofFields } = faults;
  const items = Object.entries(ofFields).map(
    ([name, what]) => html`<li><a href="#${name}">${t[name as FieldName | 'files']}: ${what}</a></li>`,
  );
  return html`<div class="card faults" role="alert">
    <b>${t.errorLead}</b>
    <ul>
      ${form && html`<li>${form}</li>`}${items}
    </ul>
  </div>`;
}
