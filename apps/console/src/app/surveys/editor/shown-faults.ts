import type { SurveyContent } from '@forecall/contracts';
import { type SurveyFormKind, surveyFaults } from '@forecall/domain';

/** By the place in the form, the code of what is wrong there. */
export type FaultsByPlace = ReadonlyMap<string, string>;

/** All that keeps the form from being published. */
export const faultsOf = (kind: SurveyFormKind, content: SurveyContent): FaultsByPlace =>
  new Map(surveyFaults(kind, content).map(({ path, code }) => [path, code]));

const otherSide = { en: 'zh', zh: 'en' } as const;

/**
 * What is said beside its field while one still writes: not that words are missing where nothing was written yet, or
 * the question that was just added would be full of faults.
 */
export function faultsWhileWriting(faults: FaultsByPlace, content: SurveyContent): FaultsByPlace {
  return new Map(
    [...faults].filter(([path, code]) => {
      if (code !== 'words-missing') return content.questions.length > 0;
      const side = path.endsWith('.en') ? 'en' : 'zh';
      return textAt(content, path.replace(/\.(?:en|zh)$/, `.${otherSide[side]}`)) !== '';
    }),
  );
}

/** The text at a place such as `questions.0.options.1.text.en`; empty where there is none. */
function textAt(content: SurveyContent, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      content,
    );
  return typeof found === 'string' ? found.trim() : '';
}
