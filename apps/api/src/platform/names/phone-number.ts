import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * A telephone number in E.164 (`+8675526018840`) from what people write and telephone systems tell: with a plus or 00,
 * with the country's digits but without a plus, or as dialled within `country` (ISO 3166). Undefined for what is none: an
 * extension, "anonymous", too short, too long.
 */
export function e164Of(written: string, country: string | null): string | undefined {
  const text = written.normalize('NFKC').trim().replace(/^00/, '+');
  const home = country !== null && isSupportedCountry(country) ? country : undefined;
  return valid(text, home) ?? (/^\d/.test(text) ? valid(`+${text}`, home) : undefined);
}

function valid(text: string, country: CountryCode | undefined): string | undefined {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() ? number.number : undefined;
}
