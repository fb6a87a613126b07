/** A preset as it is written, sound or not yet: the form changes it in place and leaves alone what it does not know. */
export type Definition = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

export const wordsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((one): one is string => typeof one === 'string');

/** What stands at a place; undefined where there is nothing. */
export function at(definition: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return (value as unknown[])[Number(step)];
    return isRecord(value) ? value[step] : undefined;
  }, definition);
}

/** With something else at a place; undefined takes it away. Everything else stays as it was. */
export function put<Whole>(whole: Whole, [step, ...rest]: Path, value: unknown): Whole {
  if (step === undefined) return value as Whole;
  if (typeof step === 'number') {
    const list = listOf(whole);
    const next = rest.length === 0 ? value : put(list[step], rest, value);
    const filled = list.length > step ? list.map((one, n) => (n === step ? next : one)) : [...list, next];
    return filled.filter((one) => one !== undefined) as Whole;
  }
  const record: Record<string, unknown> = isRecord(whole) ? whole : {};
  const next = rest.length === 0 ? value : put(record[step], rest, value);
  const { [step]: before, ...others } = record;
  if (next === undefined) return others as Whole;
  return (before === undefined ? { ...others, [step]: next } : { ...record, [step]: next }) as Whole;
}

/** Named by the keys of a source under which columns stand; a condition has them as its own keys. */
const columnKeys: readonly string[] = ['column', 'name'];
const parts: readonly string[] = ['date', 'time', 'from', 'to', 'score', 'text', 'at', 'firstOf'];

/** The columns a source reads, the main one first. */
export function columnsIn(source: unknown): string[] {
  if (Array.isArray(source)) return source.flatMap(columnsIn);
  if (!isRecord(source)) return [];
  return [
    ...columnKeys.flatMap((key) => (key in source ? [textOf(source[key])] : [])),
    ...wordsOf(source['columns']),
    ...parts.flatMap((key) => columnsIn(source[key])),
    ...columnsOfConditions(source),
  ].filter((column) => column !== '');
}

function columnsOfConditions(source: Record<string, unknown>): string[] {
  const whens = [source['when'], ...listOf(source['rules']).map((rule) => at(rule, ['when']))];
  return whens.flatMap((when) =>
    (Array.isArray(when) ? when : [when]).flatMap((all) => Object.keys(isRecord(all) ? all : {})),
  );
}

/** All columns that a preset speaks of, in the order in which it does. */
export function columnsNamed(definition: Definition): string[] {
  const found = [
    ...wordsOf(at(definition, ['recognises', 'columns'])),
    ...wordsOf(at(definition, ['file', 'columns'])),
  ];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isRecord(value)) return;
    found.push(...columnsIn(value));
    Object.values(value).forEach(walk);
  };
  walk(definition);
  return [...new Set(found)];
}
