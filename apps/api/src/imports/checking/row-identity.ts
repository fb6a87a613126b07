/**
 * What tells a row from all others of its source: the text of the preset's key columns, else its content and the how
 * manieth of that content it is. So two honest rows that are alike both stay, and the same file once more adds nothing.
 */
export class RowIdentity {
  private readonly seen = new Map<string, number>();

  of(key: string | null, sha256: Buffer): string {
    if (key !== null) return key;
    const content = sha256.toString('base64url').slice(0, 22);
    const nth = (this.seen.get(content) ?? 0) + 1;
    this.seen.set(content, nth);
    return `~${content}.${nth}`;
  }
}
