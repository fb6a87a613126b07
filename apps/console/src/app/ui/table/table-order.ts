export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

export type SortValue = string | number | null;

const collator = new Intl.Collator(['zh-Hans-CN', 'en'], { numeric: true });

/** The rows in order; those without a value come last in both directions, equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Sort['direction'],
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return sign * order;
  });
}

/** What a press on a column's head asks for: first its own first direction, then the other. */
export function nextSort(current: Sort | null, column: string, first: Sort['direction']): Sort {
  if (current?.column !== column) return { column, direction: first };
  return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** The selection after X on a row: the row is added or taken out; with Shift the range from the last one is added. */
export function nextSelection(
  selected: ReadonlySet<string>,
  order: readonly string[],
  row: string,
  rangeFrom: string | null,
): Set<string> {
  const next = new Set(selected);
  if (rangeFrom !== null && order.includes(rangeFrom)) {
    const [a, b] = [order.indexOf(rangeFrom), order.indexOf(row)].sort((x, y) => x - y);
    for (const id of order.slice(a, (b ?? 0) + 1)) next.add(id);
    return next;
  }
  if (!next.delete(row)) next.add(row);
  return next;
}
