import { talliedAtoms } from './atom.js';

/** In a key there is no null: units that a row does not have stand as this UUID. */
export const nil = '00000000-0000-0000-0000-000000000000';

/** What one difference is about: the columns of tally_delta beside its id and its atoms. */
export const dimensions = [
  'minute',
  'handling_department_id',
  'answerable_department_id',
  'channel',
  'team_id',
  'rep_id',
  'reason_id',
] as const;

/** A tally: which dimensions of a difference it keeps, and how the minute becomes its bucket. */
export interface TallyTable {
  readonly table: string;
  /** Once for each side (answerable and handling department), or once. */
  readonly sides: readonly ('answerable' | 'handling')[] | null;
  /** Columns beside side and bucket: name in the tally -> SQL over the difference `d`; `department` stands for the side's. */
  readonly keys: readonly (readonly [column: string, sql: string])[];
  /** SQL over `d.minute`. */
  readonly bucket: string;
}

const sides = ['answerable', 'handling'] as const;
const quarter = `date_bin('15 minutes', d.minute, TIMESTAMPTZ '2000-01-01 00:00+00')`;
const localDay = '(d.minute AT TIME ZONE o.zone)::date';
const department = ['department_id', 'department'] as const;
const channel = ['channel', 'd.channel'] as const;

export const tallyTables: readonly TallyTable[] = [
  { table: 'tally_minute', sides, keys: [department, channel], bucket: 'd.minute' },
  { table: 'tally_quarter', sides, keys: [department, channel], bucket: quarter },
  { table: 'tally_day', sides, keys: [department, channel], bucket: localDay },
  {
    table: 'tally_day_team',
    sides: null,
    keys: [
      ['department_id', 'd.handling_department_id'],
      ['team_id', 'd.team_id'],
    ],
    bucket: localDay,
  },
  {
    table: 'tally_day_rep',
    sides: null,
    keys: [
      ['department_id', 'd.handling_department_id'],
      ['team_id', 'd.team_id'],
      ['rep_id', 'd.rep_id'],
    ],
    bucket: localDay,
  },
  { table: 'tally_day_reason', sides, keys: [department, ['reason_id', 'd.reason_id']], bucket: localDay },
];

const columnsOf = (tally: TallyTable) => [
  ...(tally.sides ? ['side'] : []),
  ...tally.keys.map(([column]) => column),
  'bucket',
];

/** The differences of a relation (with the columns of tally_delta) in the grain of a tally: one line a key, sorted. */
export function tallySelect(tally: TallyTable, from: string): string {
  const expressions = [
    ...(tally.sides ? ['s.side'] : []),
    ...tally.keys.map(([, sql]) =>
      sql === 'department'
        ? `CASE s.side WHEN 'answerable' THEN d.answerable_department_id ELSE d.handling_department_id END`
        : sql,
    ),
    tally.bucket,
  ];
  const positions = expressions.map((_, index) => index + 1).join(', ');
  const columns = columnsOf(tally);
  return `
    SELECT ${expressions.map((sql, index) => `${sql} AS ${columns[index]}`).join(', ')},
      ${talliedAtoms.map((atom) => `whole_sum(d.${atom}) AS ${atom}`).join(', ')}
    FROM ${from} AS d CROSS JOIN organisation o
      ${tally.sides ? `CROSS JOIN (VALUES ('answerable'), ('handling')) AS s (side)` : ''}
    GROUP BY ${positions} ORDER BY ${positions}`;
}

/** Differences of the same dimensions as one. Each tally sums over them all, so fewer are quicker. */
export const summedDifferences = (from: string): string => `
    SELECT ${dimensions.join(', ')}, ${talliedAtoms.map((atom) => `whole_sum(${atom}) AS ${atom}`).join(', ')}
    FROM ${from} GROUP BY ${dimensions.join(', ')}`;

/** Sums differences up into an empty tally. */
export const fillTally = (tally: TallyTable, from: string): string => `
    INSERT INTO ${tally.table} (${[...columnsOf(tally), ...talliedAtoms].join(', ')})
    ${tallySelect(tally, from)}`;

/** Adds differences to one tally. They come sorted by key, so that two writers could not wait for each other. */
export function addToTally(tally: TallyTable, from: string): string {
  const columns = columnsOf(tally);
  return `${fillTally(tally, from)}
    ON CONFLICT (${columns.join(', ')}) DO UPDATE
      SET ${talliedAtoms.map((atom) => `${atom} = ${tally.table}.${atom} + EXCLUDED.${atom}`).join(', ')}`;
}
