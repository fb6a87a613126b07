/** A row as its table has it. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What a jsonb column holds. Rows travel to the database as JSON, so it goes as it is. */
export const json = (value: Readonly<Record<string, string>>): string => value as unknown as string;

/** The same of a jsonb or an array column that holds more than words. */
export const whole = (value: unknown): string => value as string;

export interface TableRows {
  readonly table: string;
  readonly rows: readonly Row[];
}

export const instant = (ms: number): string => new Date(ms).toISOString();

export const period = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number | null }) => ({
  from: instant(fromMs),
  to: toMs === null ? null : instant(toMs),
});
