import { atomsIn, type AtomName, definitionOf, isTime } from '@forecall/domain';
import { escapeLiteral } from 'pg';
import { defaultThresholdSeconds, talliedAtoms } from '../tallies/atom.js';
import { segmentsOf } from './segments.js';
import { type Question, unitDimensions } from './question.js';
import type { SqlValues } from './sql-values.js';
import { timeKeySql } from './time-sql.js';

type DayTable = 'tally_day' | 'tally_day_team' | 'tally_day_rep' | 'tally_day_reason';

const tables: readonly { table: DayTable; dimensions: readonly string[]; sided: boolean }[] = [
  { table: 'tally_day', dimensions: ['department', 'channel'], sided: true },
  { table: 'tally_day_reason', dimensions: ['department', 'reason'], sided: true },
  { table: 'tally_day_team', dimensions: ['department', 'team'], sided: false },
  { table: 'tally_day_rep', dimensions: ['department', 'team', 'rep'], sided: false },
];

/** Every atom that a metric's figure is made of. */
export function atomsOfMetric(question: Pick<Question, 'metricId'>): AtomName[] {
  const { numerator, denominator, squares, excluded, beside } = definitionOf(question.metricId);
  const sums = [numerator, denominator ?? {}, squares ?? {}, beside ?? {}, ...Object.values(excluded ?? {})];
  return [...new Set(sums.flatMap(atomsIn))];
}

/**
 * The tally that can answer a question, or undefined where only the rows can: other dimensions, another clock, another
 * threshold, a reach that cuts across, or a period finer than the tally's grain.
 */
export function tallyFor(question: Question): DayTable | undefined {
  const { metric, clock, reach, thresholdSeconds, by } = question;
  if (metric.source === 'complaint' || atomsOfMetric(question).some((atom) => !talliedAtoms.includes(atom)))
    return undefined;
  if (clock !== 'end' || reach !== null) return undefined;
  if (thresholdSeconds !== defaultThresholdSeconds && atomsOfMetric(question).some((atom) => atom.endsWith('_in_time')))
    return undefined;
  const units = unitDimensions(question);
  const found = tables.find(
    ({ dimensions, sided }) =>
      (sided || metric.side === 'handling') && units.every((unit) => dimensions.includes(unit)),
  );
  if (!found) return undefined;
  const segments = segmentsOf(question);
  if (!segments) return undefined;
  const needsFiner =
    by.includes('hour') || by.includes('quarter-hour') || segments.quarters.length + segments.minutes.length > 0;
  return needsFiner && found.table !== 'tally_day' ? undefined : found.table;
}

/** SELECT of keys (k1..) and atoms from the chosen tally and from what is not folded yet, as one relation. */
export function tallyRelation(question: Question, table: DayTable, values: SqlValues): string {
  const segments = segmentsOf(question);
  if (!segments) throw new Error('the question has no whole-minute period');
  const atoms = atomsOfMetric(question).join(', ');
  const isFine = question.by.some((dimension) => dimension === 'hour' || dimension === 'quarter-hour');
  const zone = escapeLiteral(question.zone);
  const where = scopeSql(question, table !== 'tally_day_team' && table !== 'tally_day_rep', values);
  const select = (from: string, local: string, instant: string, period: string) =>
    `SELECT ${keysSql(question, local, instant)}${atoms} FROM ${from} t WHERE ${period} AND ${where}`;
  const instants = (ranges: readonly (readonly [Date, Date])[]) =>
    ranges
      .map(
        ([from, to]) =>
          `(t.bucket >= ${values.add(from, 'timestamptz')} AND t.bucket < ${values.add(to, 'timestamptz')})`,
      )
      .join(' OR ');
  const local = `(t.bucket AT TIME ZONE ${zone})`;
  const parts: string[] = [];
  const { days, quarters, minutes } = segments;
  if (days && !isFine) {
    const period = `t.bucket >= ${values.add(days.first, 'date')} AND t.bucket < ${values.add(days.end, 'date')}`;
    parts.push(select(table, 't.bucket::timestamp', 't.bucket::timestamptz', period));
  }
  const quarterRanges = isFine && days ? [...quarters, [days.from, days.to] as const] : quarters;
  if (quarterRanges.length > 0) parts.push(select('tally_quarter', local, 't.bucket', `(${instants(quarterRanges)})`));
  if (minutes.length > 0) parts.push(select('tally_minute', local, 't.bucket', `(${instants(minutes)})`));
  parts.push(unfolded(question, values, zone, atoms));
  return parts.join('\nUNION ALL\n');
}

/** Differences that are committed and not yet folded, under the same conditions. */
function unfolded(question: Question, values: SqlValues, zone: string, atoms: string): string {
  const side = question.metric.side === 'answerable' ? 'answerable_department_id' : 'handling_department_id';
  const relation = `(SELECT minute AS bucket, '${question.metric.side}' AS side, ${side} AS department_id, channel, team_id, rep_id, reason_id, ${atoms} FROM tally_delta)`;
  const period = `t.bucket >= ${values.add(question.from, 'timestamptz')} AND t.bucket < ${values.add(question.to, 'timestamptz')}`;
  const where = scopeSql(question, false, values);
  return `SELECT ${keysSql(question, `(t.bucket AT TIME ZONE ${zone})`, 't.bucket')}${atoms} FROM ${relation} t WHERE ${period} AND ${where}`;
}

function keysSql(question: Question, local: string, instant: string): string {
  const nilAsNone = (column: string) => `nullif(t.${column}::text, '00000000-0000-0000-0000-000000000000')`;
  return question.by
    .map((dimension, index) => {
      const key = isTime(dimension)
        ? timeKeySql(dimension, local, instant)
        : dimension === 'channel'
          ? 't.channel'
          : nilAsNone(`${dimension}_id`);
      return `coalesce(${key}, '') AS k${index + 1}, `;
    })
    .join('');
}

function scopeSql(question: Question, isSided: boolean, values: SqlValues): string {
  const conditions = question.scope.map(({ dimension, id }) =>
    dimension === 'channel' ? `t.channel = ${values.add(id, 'text')}` : `t.${dimension}_id = ${values.add(id, 'uuid')}`,
  );
  if (isSided) conditions.unshift(`t.side = ${values.add(question.metric.side, 'text')}`);
  return conditions.join(' AND ') || 'true';
}
