import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/max';

/** The number a field shows, as it is dialled; '' for an empty field. */
export function e164Of(shown: string, country: string): string {
  if (shown.trim() === '') return '';
  return parsePhoneNumber(shown, country as CountryCode)?.number ?? `unreadable: ${shown}`;
}
