/** What a name stands for: one row, none, or several that nobody can tell apart. */
export type Found = { readonly id: string } | 'none' | 'several';

interface Source<Wanted> {
  find(keys: readonly string[]): Promise<Map<string, string[]>>;
  /** Left out: what is not there stays so. */
  make?: (wanted: readonly Wanted[]) => Promise<void>;
}

/** Memory stays the same however many names a file has. */
const mostKept = 50_000;

/** The rows behind the names of a file, looked up and made some thousand at a time, each once. */
export class Directory<Wanted extends { readonly key: string }> {
  private readonly kept = new Map<string, Found>();

  constructor(private readonly source: Source<Wanted>) {}

  /** After this every one of the keys can be asked for with `idOf`. */
  async learn(wanted: readonly Wanted[]): Promise<void> {
    const fresh = new Map(wanted.filter(({ key }) => !this.kept.has(key)).map((one) => [one.key, one]));
    if (fresh.size === 0) return;
    if (this.kept.size + fresh.size > mostKept) {
      this.kept.clear();
      for (const one of wanted) fresh.set(one.key, one);
    }
    let found = await this.source.find([...fresh.keys()]);
    // Names that differ in the case of letters are one.
    const absent = new Map(
      [...fresh.values()].filter(({ key }) => !found.has(key)).map((one) => [one.key.toLowerCase(), one]),
    );
    if (absent.size > 0 && this.source.make) {
      await this.source.make([...absent.values()]);
      found = await this.source.find([...fresh.keys()]);
    }
    for (const key of fresh.keys()) this.kept.set(key, oneOf(found.get(key)));
  }

  idOf(key: string): Found {
    return this.kept.get(key) ?? 'none';
  }
}

function oneOf([first, ...others]: readonly string[] = []): Found {
  if (first === undefined) return 'none';
  return others.length > 0 ? 'several' : { id: first };
}
