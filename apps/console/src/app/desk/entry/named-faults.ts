import type { Problem } from '@forecall/contracts';
import type { ProblemTexts } from '../../platform/http/problem-texts.js';
import { type EntryField, fieldAt } from './entry.js';

/** What the server says of the fields that the form shows, in words. */
export const namedFaults = (problem: Problem, texts: ProblemTexts): [EntryField, string][] =>
  (problem.fields ?? []).flatMap(({ path }) => {
    const field = fieldAt(path);
    const text = texts.ofField(problem, path);
    return field && text ? [[field, text]] : [];
  });
