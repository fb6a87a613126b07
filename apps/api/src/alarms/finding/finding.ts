import { alarmDimensions } from '@forecall/contracts';
import { explainRise, type RiseFactor, type RiseSlice } from '@forecall/domain';

export type AlarmDimension = (typeof alarmDimensions)[number];

/** What explains a rise, as it is kept with its alarm: by ids, named when somebody looks. */
export interface Finding {
  /** To where it was counted. */
  readonly until: string;
  readonly contacts: number;
  readonly complaints: number;
  readonly factors: readonly (RiseFactor & { readonly dimension: AlarmDimension; readonly within: Within | null })[];
}

export interface Within {
  readonly dimension: AlarmDimension;
  readonly key: string;
  readonly complaints: number;
}

export interface CountedBy {
  readonly contacts: number;
  readonly complaints: number;
  /** Complaints by value, of each dimension. */
  readonly by: Readonly<Record<string, ReadonlyMap<string, number>>>;
}

/** What has no value of a dimension stands under '': that explains nothing. */
export function slicesOf(seen: CountedBy, usual: CountedBy): RiseSlice[] {
  return alarmDimensions.flatMap((dimension) =>
    [...(seen.by[dimension] ?? [])].flatMap(([key, complaints]) =>
      key === '' ? [] : [{ dimension, key, complaints, usualComplaints: usual.by[dimension]?.get(key) ?? 0 }],
    ),
  );
}

export const factorsOf = (seen: CountedBy, usual: CountedBy): (RiseFactor & { dimension: AlarmDimension })[] =>
  explainRise(seen, usual, slicesOf(seen, usual)) as (RiseFactor & { dimension: AlarmDimension })[];

/** Of a factor's complaints the largest part that has something else in common: half of them at least. */
export function withinOf(
  factor: RiseFactor,
  parts: Readonly<Record<string, ReadonlyMap<string, number>>>,
): Within | null {
  const all = Object.entries(parts).flatMap(([dimension, counts]) =>
    [...counts].map(([key, complaints]) => ({ dimension: dimension as AlarmDimension, key, complaints })),
  );
  const [most] = all
    .filter(({ dimension, key, complaints }) => {
      return dimension !== factor.dimension && key !== '' && complaints * 2 >= factor.complaints;
    })
    .toSorted((a, b) => b.complaints - a.complaints);
  return most ?? null;
}
