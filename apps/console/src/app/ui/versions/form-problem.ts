import { ProblemError, problemOf } from '../../platform/http/problem-error.js';

/**
 * The server names fields of a correction inside `changes`; the form has them at its top, some by another name: `names`
 * gives those.
 */
export function problemOfForm(error: unknown, names: Readonly<Record<string, string>> = {}): unknown {
  const problem = problemOf(error);
  const fields = problem.fields?.map((field) => {
    const path = field.path.replace(/^changes\./, '');
    return { ...field, path: names[path] ?? path };
  });
  return fields ? new ProblemError({ ...problem, fields }) : error;
}
