import { inject, type WritableSignal } from '@angular/core';
import { submit, type FieldTree } from '@angular/forms/signals';
import { problemOf } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';

/**
 * Sends a signal form: nothing goes out while a field is wrong; what the server says of a field is shown at it, all
 * else goes to `failure`. Call it in a component's constructor or field; the function it gives tells whether it went.
 */
export function sendsForm<T extends object>(
  form: FieldTree<T>,
  failure: WritableSignal<unknown>,
  send: (value: T) => Promise<unknown>,
): () => Promise<boolean> {
  const texts = inject(ProblemTexts);
  return async () => {
    failure.set(null);
    let isRefused = false;
    const sent = await submit(form, async () => {
      try {
        await send(form().value());
        return undefined;
      } catch (error) {
        const problem = problemOf(error);
        const fields = form as unknown as Record<string, FieldTree<unknown> | undefined>;
        const errors = (problem.fields ?? []).flatMap(({ path }) => {
          // A name in both languages has a control for each: `name.en` is at `en`.
          const fieldTree = fields[path] ?? fields[/^name\.(en|zh)$/.exec(path)?.[1] ?? ''];
          return fieldTree ? [{ kind: 'server', fieldTree, message: texts.ofField(problem, path) }] : [];
        });
        if (errors.length) return errors;
        // Not an error of the form's: it would bar the same entry from being sent again.
        failure.set(error);
        isRefused = true;
        return undefined;
      }
    });
    if (!sent) form().errorSummary()[0]?.fieldTree().focusBoundControl();
    return sent && !isRefused;
  };
}
