/** An answer `r` is of one contact, whoever entered it. */
export const isOfContact = 'r.contact_id IS NOT NULL';

/** It was entered by one of ours, and not told by the customer: kept apart, for nobody is paid by what they enter themselves. */
const isByHand = `r.entered_how = 'by-hand'`;

/** The customer's own answer about one contact: service satisfaction, credited as the contact is. */
export const isAboutContact = `${isOfContact} AND NOT ${isByHand}`;
export const isEntered = `${isOfContact} AND ${isByHand}`;

/**
 * Or about the whole relationship, credited to whoever had it in care on the day it was asked. A reply by a survey of
 * somebody who is not known is about neither.
 */
export const isAboutRelationship = `r.contact_id IS NULL AND NOT ${isByHand} AND (r.account_id IS NOT NULL OR r.entered_how = 'import')`;
