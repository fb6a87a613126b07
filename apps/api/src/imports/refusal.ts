/** What the message speaks of: column, line, limit. The code is kebab-case and stays, so that a screen can translate it. */
export interface RefusalFacts {
  readonly code: string;
  readonly [name: string]: string | number | undefined;
}

/** What stops a command and is the user's to put right; shown as it stands, without a stack. */
export class Refusal extends Error {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(message: string, { code, ...values }: RefusalFacts = { code: 'refused' }) {
    super(message);
    this.code = code;
    this.values = Object.fromEntries(Object.entries(values).filter((pair) => pair[1] !== undefined)) as Record<
      string,
      string | number
    >;
  }
}
