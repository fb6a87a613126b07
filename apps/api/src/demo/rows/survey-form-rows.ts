import type { SurveyContent } from '@forecall/contracts';
import { readyMadeForms } from '../../surveys/forms/survey-form.service.js';
import type { Draw } from '../chance/draw.js';
import { instant, type Row, type TableRows, whole } from './row.js';

export interface AskedForm {
  readonly formId: string;
  readonly versionId: string;
  readonly content: SurveyContent;
}

/** What the demo company asks by. */
export interface SurveyForms {
  readonly contact: AskedForm;
  readonly relationship: AskedForm;
  readonly recommendation: AskedForm;
  readonly tables: readonly TableRows[];
}

const readyMade = (key: string) => {
  const form = readyMadeForms.find((each) => each.key === key);
  if (!form) throw new Error(`There is no ready-made form ${key}.`);
  return form;
};

/** The ready-made one with one question about the whole before it. */
const relationship = (): SurveyContent => {
  const [pairs, csat] = [readyMade('key-account').content, readyMade('csat').content.questions[0]];
  const text = { en: 'On the whole, how satisfied are you with us?', zh: '总体而言，您对我们满意吗？' };
  return { intro: pairs.intro, questions: [...(csat ? [{ ...csat, text }] : []), ...pairs.questions] };
};

/** Forms, published when the company was founded. */
export function surveyForms(draw: Draw, foundedMs: number): SurveyForms {
  const forms: Row[] = [];
  const versions: Row[] = [];
  const publish = (key: string, content: SurveyContent): AskedForm => {
    const { kind, name } = readyMade(key);
    const [formId, versionId] = [draw.id(foundedMs), draw.id(foundedMs)];
    forms.push({ id: formId, kind, name_en: name.en, name_zh: name.zh, revision: 2, created_at: instant(foundedMs) });
    versions.push({
      ...{ id: versionId, form_id: formId, n: 1, content: whole(content), revision: 1 },
      ...{ saved_at: instant(foundedMs), published_at: instant(foundedMs) },
    });
    return { formId, versionId, content };
  };
  const made = {
    contact: publish('csat', readyMade('csat').content),
    relationship: publish('key-account', relationship()),
    recommendation: publish('nps', readyMade('nps').content),
  };
  return {
    ...made,
    tables: [
      { table: 'survey_form', rows: forms },
      { table: 'form_version', rows: versions },
    ],
  };
}
