const ifFound = (alias: string, fields: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name${fields}) END`;

/** SQL of a Named: whom a join of the table `staff` has found, or null. */
export const named = (alias: string): string => ifFound(alias, '');

/** SQL of a NamedInBoth: what a join of `account`, `person`, `team` or `department` has found, or null. */
export const namedInBoth = (alias: string): string => ifFound(alias, `, 'nameZh', ${alias}.name_zh`);
