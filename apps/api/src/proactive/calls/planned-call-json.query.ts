import { named } from '../../platform/database/named-json.js';

/** Joins over a planned call `p`: its account, caller, and the account's class at this moment. */
export const plannedCallJoins = /* sql */ `
  JOIN account a ON a.id = p.account_id
  LEFT JOIN LATERAL (
    SELECT c.class FROM account_class c
    WHERE c.account_id = a.id AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
  ) class ON true
  LEFT JOIN staff s ON s.id = p.staff_id`;

/** What is shown of a planned call everywhere, for json_build_object; lateness is reckoned from its days. */
export const plannedCallFields = /* sql */ `
  'id', p.id, 'tier', a.tier, 'health', p.health, 'band', p.band, 'dueOn', p.due_on, 'staff', ${named('s')},
  'account', json_build_object('id', a.id, 'number', a.number, 'name', a.name, 'nameZh', a.name_zh,
    'industry', a.industry, 'careClass', class.class),
  'slotAt', p.slot_at, 'onDay', p.on_day, 'unplaced', p.unplaced, 'isFixed', p.is_fixed,
  'isAskedFor', p.is_asked_for, 'state', p.state, 'revision', p.revision`;
