/** A name as people type it, as the SQL function of this name has it: small letters, no accents, plain-width characters. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '');
