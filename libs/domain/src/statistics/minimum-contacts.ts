/** Under this many contacts there is no rate and no standing. */
export const minimumContacts = 5;
