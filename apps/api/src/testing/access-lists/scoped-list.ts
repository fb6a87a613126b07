import fc from 'fast-check';
import type { SignedIn } from '../builders.js';
import type { TestApp } from '../test-app.js';

/** A filter of a list: values to try, and which rows hold it, decided from what the spec has written. */
export interface Filter<Row, Visitor> {
  readonly values: readonly string[];
  readonly holds: (row: Row, value: string, visitor: Visitor) => boolean;
}

/**
 * A list route whose rows depend on who asks. `isSeen` says the rule of access in the plainest way there is, over the
 * rows that the spec has written; the API says it in SQL. The two must agree for everybody and under every filter.
 */
export interface ScopedList<Row extends { readonly id: string }, Visitor extends SignedIn> {
  readonly route: `GET /api/${string}`;
  readonly filters: Readonly<Record<string, Filter<Row, Visitor>>>;
  /** What filters are that nobody named, with these that were named. */
  readonly unasked?: (chosen: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  readonly idsOf: (body: unknown) => string[];
  readonly isSeen: (row: Row, visitor: Visitor) => boolean;
}

/** Asks with random filters and page sizes, page by page to the end, and compares with exactly the rows to be seen. */
export async function checkScopedList<Row extends { readonly id: string }, Visitor extends SignedIn>(
  test: TestApp,
  list: ScopedList<Row, Visitor>,
  rows: readonly Row[],
  visitors: readonly Visitor[],
): Promise<void> {
  const filters = Object.fromEntries(
    Object.entries(list.filters).map(([name, { values }]) => [name, fc.constantFrom(...values)]),
  );
  const asked = fc.record({
    visitor: fc.nat(visitors.length - 1),
    chosen: fc.record(filters, { requiredKeys: [] }),
    limit: fc.integer({ min: 1, max: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ visitor: index, chosen, limit }) => {
      const visitor = visitors[index]!;
      const named = chosen as Record<string, string>;
      const inForce = Object.entries({ ...list.unasked?.(named), ...named });
      const fits = (row: Row) => inForce.every(([name, value]) => list.filters[name]!.holds(row, value, visitor));
      const expected = rows.filter((row) => list.isSeen(row, visitor) && fits(row)).map(({ id }) => id);
      const seen = await everyPage(test, list, visitor, { ...chosen, limit: String(limit) });
      expect(seen.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 80 },
  );
}

async function everyPage<Row extends { readonly id: string }, Visitor extends SignedIn>(
  test: TestApp,
  list: ScopedList<Row, Visitor>,
  visitor: Visitor,
  query: Record<string, string>,
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const parameters: string = new URLSearchParams({ ...query, ...(after !== null && { after }) }).toString();
    const path = list.route.slice('GET '.length);
    const { body } = await test.http.get(`${path}?${parameters}`).set('Cookie', visitor.cookie).expect(200);
    const page = list.idsOf(body);
    expect(page.length).toBeLessThanOrEqual(Number(query['limit']));
    seen.push(...page);
    ({ next: after } = body as { next: string | null });
  } while (after !== null);
  return seen;
}
