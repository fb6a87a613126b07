/** A time dimension as text, from a local timestamp (organisation's zone) and the instant it was made from. */
export function timeKeySql(dimension: string, local: string, instant: string): string {
  switch (dimension) {
    case 'date':
      return `to_char(${local}, 'YYYY-MM-DD')`;
    case 'week':
      return `to_char(${local}, 'IYYY-"W"IW')`;
    case 'month':
      return `to_char(${local}, 'YYYY-MM')`;
    case 'quarter':
      return `to_char(${local}, 'YYYY-"Q"Q')`;
    case 'year':
      return `to_char(${local}, 'YYYY')`;
    case 'weekday':
      return `to_char(${local}, 'ID')`;
    case 'hour':
      return `to_char(${local}, 'HH24')`;
    case 'quarter-hour':
      return `to_char(date_bin('15 minutes', ${instant}, TIMESTAMPTZ '2000-01-01 00:00+00') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    default:
      throw new Error(`${dimension} is no time dimension`);
  }
}
