/** A row as its table has it. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What a jsonb column holds. Rows go to the database as JSON, so it is written down with its row. */
export const jsonb = (value: Readonly<Record<string, string>>): string => value as unknown as string;

export interface TableRows {
  readonly table: string;
  readonly rows: readonly Row[];
}

export const instant = (ms: number): string => new Date(ms).toISOString();

export const period = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number | null }) => ({
  from: instant(fromMs),
  to: toMs === null ? null : instant(toMs),
});
