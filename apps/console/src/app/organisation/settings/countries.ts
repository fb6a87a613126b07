import type { LocaleName } from '@forecall/contracts';

export interface Country {
  /** ISO 3166 */
  readonly code: string;
  readonly name: string;
}

/** No countries though they have codes: reserved, unions of several, private use. */
const others = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));

/** The countries that the browser can name, in the order of their names. */
export function countriesIn(locale: LocaleName): Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const isPresent = (code: string) => !others.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  return codes
    .flatMap((code) => {
      const name = isPresent(code) ? names.of(code) : undefined;
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
