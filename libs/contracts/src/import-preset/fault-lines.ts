import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a preset or a map, a line each, naming where: `contact.wait.as: ...`. */
export function faultLines(issues: readonly Issue[], above: readonly PropertyKey[] = []): string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return faultLines(nearest(issue.errors), path);
    return [`${path.map(String).join('.') || 'the whole'}: ${worded(issue)}`];
  });
}

function worded(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `knows no ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

/** Of several allowed forms the one that was probably meant: the fewest faults, those of its own shape counting most. */
function nearest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const weight = (issues: readonly Issue[]) =>
    issues.reduce((sum, { code, path }) => sum + (path.length > 0 ? 1 : code === 'invalid_type' ? 100 : 10), 0);
  return forms.toSorted((a, b) => weight(a) - weight(b))[0] ?? [];
}
