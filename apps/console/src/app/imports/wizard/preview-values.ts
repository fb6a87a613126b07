import type { ImportPreview } from '@forecall/contracts';

type Values = NonNullable<ImportPreview['rows'][number]['values']>;
type Value = Values[string];

export interface PreviewValue {
  readonly key: string;
  /** The field of the form that says it, or an attribute's name. */
  readonly target: string | null;
  readonly attribute: string | null;
  readonly value: Value;
}

/** Facts of the answer that go without saying beside its score. */
const beside = /^(answers|accountAnswers)\.\d+\.(kind|item|scale|at)$/;
const answer = /^(answers|accountAnswers)\.(\d+)\.(score|text)$/;

/** What a row would become, field by field, by the names of the form. */
export function previewValues(values: Values): PreviewValue[] {
  return Object.entries(values).flatMap(([key, value]): PreviewValue[] => {
    if (beside.test(key)) return [];
    const [, group, place, what] = answer.exec(key) ?? [];
    const kind = group === undefined ? undefined : values[`${group}.${place ?? ''}.kind`];
    const attribute = /^(?:account\.)?attributes\.(.+)$/.exec(key)?.[1] ?? null;
    if (attribute !== null) return [{ key, target: null, attribute, value }];
    const target =
      typeof kind === 'string' && what === 'score' ? `${group ?? ''}.${kind}` : key.replace(/Seconds$/, '');
    return [{ key, target, attribute, value }];
  });
}

/** The column that the preset uses and the file lacks, where that is what is wrong. */
export const missingColumn = (fault: string): string | undefined =>
  /^The file has no column "(.+?)", /.exec(fault)?.[1];
