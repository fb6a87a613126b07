import type { SurveyForm } from '@forecall/contracts';

/** What is asked after a contact unless somebody chooses: the form of the rules, else one of satisfaction, else the newest. */
export const usualForm = (forms: readonly SurveyForm[]): string =>
  (forms.find(({ isAfterContacts }) => isAfterContacts) ?? forms.find(({ kind }) => kind === 'csat') ?? forms[0])?.id ??
  '';
