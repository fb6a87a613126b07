import type { TrainingList } from '@forecall/contracts';
import { isAccountInside } from '../key-accounts/account-page.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { named, namedInBoth } from '../platform/database/named-json.js';
import { SqlValues } from '../platform/database/sql-values.js';

/** The day where we are. */
export const ourToday = '(now() AT TIME ZONE (SELECT zone FROM organisation))::date';

const standing = 's.voided_at IS NULL';
const recent = `s.held_on > ${ourToday} - interval '1 year'`;

/** The sessions of an account with who was there, and who should be taught next. */
export function trainingsOf(sql: Sql, accountId: string, reach: Reach): Promise<TrainingList | undefined> {
  const values = new SqlValues();
  const ofAccount = `FROM training_session s WHERE s.account_id = a.id AND ${standing}`;
  return sql.first<TrainingList>(
    /* sql */ `
    SELECT ${isAccountInside('a', reach, values)} AS "mayWork", coalesce((
      SELECT json_agg(json_build_object('id', t.id, 'topic', t.topic, 'heldOn', t.held_on, 'isAhead', t.held_on > ${ourToday},
        'trainer', ${named('who')}, 'material', t.material, 'expectation', t.expectation, 'revision', t.revision,
        'attendance', coalesce((
          SELECT json_agg(json_build_object('person', ${namedInBoth('p')}, 'isPresent', w.is_present, 'score', w.score,
            'feedback', w.feedback) ORDER BY p.name COLLATE name_order, p.id)
          FROM training_attendance w JOIN person p ON p.id = w.person_id WHERE w.session_id = t.id), '[]'))
        ORDER BY t.held_on DESC, t.id DESC)
      FROM (SELECT s.* ${ofAccount} ORDER BY s.held_on DESC, s.id DESC LIMIT 100) t LEFT JOIN staff who ON who.id = t.trainer_id
    ), '[]') AS trainings, json_build_object(
      'isWanted', a.merged_into IS NULL AND EXISTS (
        SELECT FROM account_class c WHERE c.account_id = a.id AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
      ) AND NOT EXISTS (SELECT ${ofAccount} AND ${recent} AND (s.held_on >= ${ourToday} OR was_taught(s.id))),
      'lastHeldOn', (SELECT max(s.held_on) ${ofAccount} AND s.held_on <= ${ourToday} AND was_taught(s.id)),
      'people', coalesce((
        SELECT json_agg(${namedInBoth('p')} ORDER BY p.call_order, p.name COLLATE name_order, p.id)
        FROM (
          SELECT * FROM person p
          WHERE p.account_id = a.id AND p.merged_into IS NULL AND (p.left_on IS NULL OR p.left_on > ${ourToday})
            AND NOT EXISTS (
              SELECT FROM training_attendance w JOIN training_session s ON s.id = w.session_id
              WHERE w.person_id = p.id AND ${standing} AND ${recent} AND (w.is_present OR s.held_on > ${ourToday}))
          ORDER BY p.call_order, p.name COLLATE name_order, p.id LIMIT 50
        ) p), '[]')) AS wanted
    FROM account a WHERE a.id = ${values.add(accountId, 'uuid')}`,
    values.list,
  );
}
