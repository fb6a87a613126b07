import type { AtomName } from '@forecall/domain';
import { atomAmount, atoms, talliedAtoms } from './atom.js';
import { dimensions, nil } from './tally-table.js';

/** Where the dimensions of a difference come from, per source; a contact is owned by its end, an answer by its own time. */
const sources = {
  contact: {
    minute: `date_trunc('minute', r.ended_at)`,
    channel: 'r.channel',
    isLive: `r.batch_id IS NULL AND r.ended_at > now() - interval '1 day'`,
  },
  answer: { minute: `date_trunc('minute', r.at)`, channel: `coalesce(r.channel, '')`, isLive: 'false' },
} as const;

/** The columns of a difference that are no atoms: what it is about, and whether it is of what happens now. */
export const differenceKeys = [...dimensions, 'is_live'] as const;

const orNil = (column: string) => `coalesce(r.${column}, '${nil}')`;

export const atomsOf = (source: keyof typeof sources): AtomName[] =>
  talliedAtoms.filter((name) => atoms[name].source === source);

/**
 * The differences that rows bring, one per set of dimensions, as a SELECT with the columns of tally_delta.
 * `from` yields the rows as `r` and, in `r_sign`, +1 for what came and -1 for what went.
 */
export function differencesSql(source: keyof typeof sources, from: string): string {
  const { minute, channel, isLive } = sources[source];
  const own = atomsOf(source);
  const keys = [
    minute,
    'r.handling_department_id',
    'r.answerable_department_id',
    channel,
    orNil('team_id'),
    orNil('rep_id'),
    orNil('reason_id'),
    isLive,
  ];
  const sums = own.map((atom) => `whole_sum(r_sign * (${atomAmount(atom)}))`);
  return `
    SELECT ${keys.map((key, index) => `${key} AS ${differenceKeys[index]}`).join(', ')},
      ${own.map((atom, index) => `${sums[index]} AS ${atom}`).join(', ')}
    FROM ${from}
    GROUP BY ${keys.map((_, index) => index + 1).join(', ')}
    HAVING ${sums.map((sum) => `${sum} <> 0`).join(' OR ')}`;
}

/** Statement-level triggers that append the differences in the writer's own transaction. */
export function triggerSql(): string {
  return (['contact', 'answer'] as const)
    .map((source) => {
      const target = `INSERT INTO tally_delta (${[...differenceKeys, ...atomsOf(source)].join(', ')})`;
      const came = differencesSql(source, '(SELECT 1 AS r_sign) s, came r');
      const went = differencesSql(source, '(SELECT -1 AS r_sign) s, went r');
      const changed = differencesSql(
        source,
        `(SELECT 1 AS r_sign, came.* FROM came UNION ALL SELECT -1, went.* FROM went) r`,
      );
      return `
        CREATE OR REPLACE FUNCTION ${source}_differences() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF TG_OP = 'INSERT' THEN ${target} ${came};
            ELSIF TG_OP = 'DELETE' THEN ${target} ${went};
            ELSE ${target} ${changed};
            END IF;
            RETURN NULL;
          END $$;
        CREATE OR REPLACE TRIGGER differences_insert AFTER INSERT ON ${source} REFERENCING NEW TABLE AS came
          FOR EACH STATEMENT EXECUTE FUNCTION ${source}_differences();
        CREATE OR REPLACE TRIGGER differences_delete AFTER DELETE ON ${source} REFERENCING OLD TABLE AS went
          FOR EACH STATEMENT EXECUTE FUNCTION ${source}_differences();
        CREATE OR REPLACE TRIGGER differences_update AFTER UPDATE ON ${source} REFERENCING OLD TABLE AS went NEW TABLE AS came
          FOR EACH STATEMENT EXECUTE FUNCTION ${source}_differences();`;
    })
    .join('\n');
}
