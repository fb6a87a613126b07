import { v7 as uuid } from 'uuid';
import type { LocaleName } from '@forecall/contracts';
import type { QuietHours } from '@forecall/domain';
import { namelessParameters } from '../attribution/attribution.service.js';
import type { Sql } from '../platform/database/database.js';

export interface Recipient {
  readonly staffId: string;
  /** null: has no sign-in, so there is nobody to send mail to. */
  readonly email: string | null;
  readonly locale: LocaleName;
  readonly bell: boolean;
  readonly mail: boolean;
  readonly quiet: QuietHours | null;
}

/** With what each has chosen, else the defaults. By whose hand it came is not told of it. */
export const recipientsOf = (
  sql: Sql,
  { kind, to, by }: { readonly kind: string; readonly to: readonly string[]; readonly by: string | null },
  defaults: { readonly bell: boolean; readonly mail: boolean },
): Promise<Recipient[]> =>
  sql.rows<Recipient & Record<string, unknown>>(
    /* sql */ `
    SELECT s.id AS "staffId", i.email, coalesce(i.locale, (SELECT locale FROM organisation), 'en') AS locale,
      coalesce(chosen.bell, $4) AS bell, coalesce(chosen.mail, $5) AS mail,
      CASE WHEN q.zone IS NOT NULL THEN
        json_build_object('begins', to_char(q.begins, 'HH24:MI'), 'ends', to_char(q.ends, 'HH24:MI'), 'zone', q.zone) END AS quiet
    FROM staff s
    LEFT JOIN sign_in i ON i.staff_id = s.id AND i.disabled_at IS NULL
    LEFT JOIN notification_setting chosen ON chosen.sign_in_id = i.id AND chosen.kind = $2
    LEFT JOIN quiet_hours q ON q.sign_in_id = i.id
    WHERE s.id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM sign_in doer WHERE doer.id = $3 AND doer.staff_id = s.id)
    ORDER BY s.id`,
    [to, kind, by, defaults.bell, defaults.mail],
  );

export interface Thing {
  readonly thing: string;
  readonly source: { readonly entity: string; readonly id: string } | null;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is told of a duty: what it is about, and what fills the words. */
export const thingOfDuty = (sql: Sql, dutyId: string): Promise<Thing | undefined> =>
  sql.first<Thing & Record<string, unknown>>(
    /* sql */ `
    SELECT coalesce(d.source_entity || ':' || d.source_id, 'duty:' || d.id) AS thing,
      CASE WHEN d.source_id IS NOT NULL THEN json_build_object('entity', d.source_entity, 'id', d.source_id) END AS source,
      (${namelessParameters('d', 'd.kind')}) || jsonb_build_object('duty', d.kind, 'owner', coalesce(owner.name, ''),
        'dueAt', to_char(d.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS parameters
    FROM duty d LEFT JOIN staff owner ON owner.id = d.owner_id WHERE d.id = $1`,
    [dutyId],
  );

export const insertNotifications = (
  sql: Sql,
  to: readonly { readonly staffId: string; readonly isQuiet: boolean }[],
  { kind, thing, source, parameters, dutyId }: Thing & { readonly kind: string; readonly dutyId: string | null },
): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO notification (id, staff_id, is_quiet, kind, thing, source_entity, source_id, parameters, duty_id)
    SELECT told.*, $4, $5, $6, $7, $8, $9
    FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) AS told`,
    [
      to.map(() => uuid()),
      to.map(({ staffId }) => staffId),
      to.map(({ isQuiet }) => isQuiet),
      ...[kind, thing, source?.entity ?? null, source?.id ?? null, parameters, dutyId],
    ],
  );
