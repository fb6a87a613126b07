/**
 * Whether a duty is about what somebody did, so that others see to it: of a low answer, whoever it is credited to and
 * whoever is complained of in its contact. SQL over the alias of a duty and an id.
 */
export const isAbout = (duty: string, staffId: string): string => `(${duty}.source_entity = 'recovery' AND EXISTS (
    SELECT FROM recovery r JOIN answer low ON low.id = r.answer_id
    WHERE r.id = ${duty}.source_id AND (low.rep_id = ${staffId} OR EXISTS (
      SELECT FROM complaint k WHERE k.contact_id = low.contact_id AND k.rep_concerned_id = ${staffId}))))`;
