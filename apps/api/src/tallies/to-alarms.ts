/**
 * What the alarms are fed by, as an INSERT: contacts and complaints of each minute by the department answerable, of what
 * happens now. They wait there until their minute is over.
 */
export const toAlarms = (from: string): string => `
    INSERT INTO alarm_pending (department_id, minute, contacts, complaints)
    SELECT answerable_department_id, minute, whole_sum(handled), whole_sum(complaint)
    FROM ${from} WHERE is_live GROUP BY 1, 2 HAVING whole_sum(handled) <> 0 OR whole_sum(complaint) <> 0 ORDER BY 1, 2`;
