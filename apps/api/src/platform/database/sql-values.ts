/** Collects the values of a statement; each gets its $n. The same value twice gets two. */
export class SqlValues {
  readonly list: unknown[] = [];

  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}
