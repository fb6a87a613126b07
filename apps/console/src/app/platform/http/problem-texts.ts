import { inject, Service } from '@angular/core';
import type { Problem } from '@forecall/contracts';
import { Texts } from '../i18n/texts.js';
import { problemOf } from './problem-error.js';

/** What a problem says to a person, by its code, in their language. */
@Service()
export class ProblemTexts {
  private readonly texts = inject(Texts);

  /** The sentence for anything that was thrown. */
  sentence(error: unknown): string {
    const problem = problemOf(error);
    const key = `problem.${problem.code}`;
    // The one number of a problem ("12 minutes", "4 tries") chooses between one and many.
    const count = Object.values(problem.values ?? {}).find((value) => typeof value === 'number');
    const values = { status: problem.status, ...(count !== undefined && { count }), ...problem.values };
    return this.texts.say(this.texts.has(key) || this.texts.has(`${key}.other`) ? key : 'problem.unexpected', values);
  }

  /** The sentence beside one field, or undefined if the problem does not name it. */
  ofField(problem: Problem | undefined, path: string): string | undefined {
    const field = problem?.fields?.find((one) => one.path === path);
    if (!field) return undefined;
    const key = `problem.field.${field.code}`;
    return this.texts.say(this.texts.has(key) ? key : 'problem.field.invalid', problem?.values);
  }
}
