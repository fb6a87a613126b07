/** SQL of an instant as the contracts have it (`2026-11-23T06:00:00.000Z`); null where it is open. */
export const isoInstant = (column: string): string =>
  `CASE WHEN isfinite(${column}) THEN to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END`;
