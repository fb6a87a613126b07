/** An answer `r` is about one contact: service satisfaction, credited as the contact is. */
export const isAboutContact = 'r.contact_id IS NOT NULL';

/**
 * Or about the whole relationship, credited to whoever had it in care on the day it was asked. A reply by a survey of
 * somebody who is not known is about neither.
 */
export const isAboutRelationship = `r.contact_id IS NULL AND (r.account_id IS NOT NULL OR r.entered_how IN ('import', 'by-hand'))`;
