import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { Problem } from '@forecall/contracts';
import { badRequest } from './problem.js';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly code?: string;
  /** Of a rule of our own: the code by which the console names it. */
  readonly params?: { readonly code?: string };
}

const pathOf = (issue: Issue) =>
  (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');

type Fields = NonNullable<Problem['fields']>;

/** What is wrong, by field, at most 50. */
export const fieldsOf = (issues: readonly Issue[]): Fields =>
  issues.slice(0, 50).map((issue) => ({
    path: pathOf(issue),
    code: issue.params?.code ?? issue.code ?? 'invalid',
    message: issue.message,
  }));

/** Validates by the zod schema given at the parameter; a refusal names every field, at most 50. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const fields = fieldsOf(issues);
      const named = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
      return badRequest('invalid', named, { fields });
    },
  });
