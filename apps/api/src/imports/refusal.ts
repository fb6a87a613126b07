/** What stops a command or an import and is the user's to put right; shown as it stands, without a stack. */
export class Refusal extends Error {
  /** Stable, for those who translate; with the values that the message names. */
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    message: string,
    { code = 'unusable', ...values }: { code?: string; [name: string]: string | number | undefined } = {},
  ) {
    super(message);
    this.code = code;
    this.values = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }
}
