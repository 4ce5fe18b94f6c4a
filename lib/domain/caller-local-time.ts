import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { zoneOfAreaCode } from './area-code-zones.ts';
import { zoneOfCountry } from './country-zones.ts';

/** Where the caller's clock is read off, and how far that can be trusted. */
export type CallerZone =
  /** The number's country has one clock. */
  | { certainty: 'certain'; zone: string }
  /** North America: the area code lies in one zone, but people keep their numbers when they move. */
  | { certainty: 'likely'; zone: string }
  /** Several clocks are possible, or the number says nothing of a country. */
  | { certainty: 'uncertain'; zone: null };

const uncertain: CallerZone = { certainty: 'uncertain', zone: null };

/** The IANA zone a number belongs to. @param e164 '+14155550132', null where the number is doubtful */
export function callerZone(e164: string | null): CallerZone {
  const number = e164 === null ? undefined : parsePhoneNumberFromString(e164);
  if (!number?.isValid() || number.country === undefined) return uncertain;
  const zone = zoneOfCountry(number.country);
  if (zone) return { certainty: 'certain', zone };
  const likely = number.countryCallingCode === '1' ? zoneOfAreaCode(number.nationalNumber.slice(0, 3)) : null;
  return likely ? { certainty: 'likely', zone: likely } : uncertain;
}
