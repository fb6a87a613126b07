import type { SurveyContent, SurveyQuestion } from '@forecall/contracts';
import { lowestOf, sideTurns } from '@forecall/domain';
import { Html, html } from '../../platform/pages/html.js';
import { goneField } from './former-reply.js';
import type { Told } from './judge-reply.js';
import { addressOf, type Setting, surveyPage } from './survey-frame.js';
import { type SurveyTexts, textsIn } from './texts.js';

/** As it was typed, by the id of the question. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong, by the id of the question. */
export type Faults = Readonly<Record<string, keyof SurveyTexts['errors']>>;

export interface FormFacts {
  readonly content: SurveyContent;
  readonly typed: Typed;
  readonly faults: Faults;
  readonly hasAnswered: boolean;
  /** What was told before: words left empty stay as they are there. */
  readonly former: Told | null;
  /** The questions whose former words are to be taken away. */
  readonly gone?: ReadonlySet<string>;
  /** Nobody knows who it is, so there is nobody to stop asking. */
  readonly isAnonymous: boolean;
  /** It was sent, and we had a fault. */
  readonly isNotTaken?: boolean;
  /** By a standing link: makes this page’s reply one, however often it is sent. */
  readonly replySecret?: string;
}

/** No question has this name. */
export const secretField = 'reply';

/** The name of a question's field. */
export const fieldOf = ({ id }: Pick<SurveyQuestion, 'id'>): string => `q-${id}`;

/** The form, with what was chosen in the letter or typed before, and what is wrong with it. */
export function questionForm(setting: Setting, facts: FormFacts): string {
  const { locale } = setting;
  const t = textsIn(locale);
  const { content, faults, hasAnswered } = facts;
  const turns = sideTurns(content.questions);
  const isWrong = Object.keys(faults).length > 0;
  const body = html`<h1>${t.title}</h1>
    ${content.intro[locale] && html`<p class="lead">${content.intro[locale]}</p>`}
    ${hasAnswered && html`<p class="lead">${t.again}</p>`}${isWrong && faultList(setting, facts)}${
      facts.isNotTaken &&
      html`<div class="card faults" role="alert">
        <b>${t.fault.title}</b>
        <p>${t.fault.again}</p>
      </div>`
    }
    <form method="post" action="${addressOf(setting)}" novalidate>
      ${facts.replySecret !== undefined && html`<input type="hidden" name="${secretField}" value="${facts.replySecret}" />`}
      ${content.questions.map((question, at) => {
        const side = turns[at];
        return html`${side && html`<h2>${t.sides[side]}</h2>`}${field(question, setting, facts)}`;
      })}
      <p class="hint">${t.privacy}</p>
      <p><button type="submit">${t.send}</button></p>
    </form>
    ${!facts.isAnonymous && html`<p><a href="${addressOf(setting, '/stop')}">${t.stopLink}</a></p>`}`;
  return surveyPage(setting, isWrong || facts.isNotTaken ? t.errorTitle.replace('{title}', t.title) : t.title, body);
}

function field(question: SurveyQuestion, setting: Setting, facts: FormFacts): Html {
  const { locale } = setting;
  const t = textsIn(locale);
  const name = fieldOf(question);
  const fault = facts.faults[question.id];
  const told = fault && html`<p class="fault" id="${name}-fault">${t.errors[fault]}</p>`;
  const said = html`${question.text[locale]}${!question.isRequired && html`<small>${t.optional}</small>`}`;
  const value = facts.typed[question.id] ?? '';
  const state = html`${fault && html` aria-describedby="${name}-fault" aria-invalid="true"`}`;
  if (question.kind === 'text')
    return html`<div class="card">
      <label class="asked" for="${name}">${said}</label>${told}
      <textarea id="${name}" name="${name}" rows="4" maxlength="2000" ${state}>${value}</textarea>
      ${facts.former?.[question.id] !== undefined && wordsBefore(question, setting, facts)}
    </div>`;
  const choices = question.kind === 'scale' ? steps(question, setting, value) : options(question, setting, value);
  return html`<fieldset id="${name}" ${fault && html`aria-describedby="${name}-fault"`}>
    <legend>${said}</legend>
    <div>${told}${choices}</div>
  </fieldset>`;
}

const wordsBefore = (question: SurveyQuestion, { locale }: Setting, { gone }: FormFacts): Html => {
  const t = textsIn(locale);
  const isGone = gone?.has(question.id) && new Html(' checked');
  return html`<p class="hint">${t.wordsBefore}</p>
    <label class="gone"
      ><input type="checkbox" name="${goneField(question)}" value="yes" ${isGone} />${t.takeWordsAway}</label
    >`;
};

function steps(question: Extract<SurveyQuestion, { kind: 'scale' }>, { locale }: Setting, value: string): Html {
  const lowest = lowestOf(question.measure);
  const [low, high] = [question.low[locale], question.high[locale]];
  const wordsOf = (n: number) => (n === 0 ? low : n === question.steps - 1 ? high : '');
  return html`<div class="steps of-${question.steps}">
      ${Array.from({ length: question.steps }, (_, n) => {
        const score = String(lowest + n);
        return choice(question, score, { isChosen: score === value, text: score, words: wordsOf(n) });
      })}
    </div>
    <p class="hint ends" aria-hidden="true">
      <span>${lowest} · ${low}</span><span>${lowest + question.steps - 1} · ${high}</span>
    </p>`;
}

const options = (question: Extract<SurveyQuestion, { kind: 'choice' }>, { locale }: Setting, value: string): Html =>
  html`<div class="options">
    ${question.options.map(({ id, text }) => choice(question, id, { isChosen: id === value, text: text[locale] }))}
  </div>`;

function choice(
  question: SurveyQuestion,
  value: string,
  { isChosen, text, words }: { readonly isChosen: boolean; readonly text: string; readonly words?: string },
): Html {
  const chosen = isChosen && new Html(' checked');
  const named = words && html` aria-label="${text}, ${words}"`;
  const rest = html`value="${value}"${chosen}${named}`;
  return html`<label><input type="radio" name="${fieldOf(question)}" ${rest} />${text}</label>`;
}

function faultList({ locale }: Setting, { content, faults }: FormFacts): Html {
  const t = textsIn(locale);
  return html`<div class="card faults" role="alert">
    <b>${t.errorLead}</b>
    <ul>
      ${content.questions.flatMap((question) => {
        const fault = faults[question.id];
        if (fault === undefined) return [];
        const told = t.errorOf.replace('{error}', t.errors[fault]).replace('{question}', () => question.text[locale]);
        return [html`<li><a href="#${fieldOf(question)}">${told}</a></li>`];
      })}
    </ul>
  </div>`;
}
