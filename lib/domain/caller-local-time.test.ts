import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { zoneOfAreaCode } from './area-code-zones.ts';
import { callerZone } from './caller-local-time.ts';
import { zoneOfCountry } from './country-zones.ts';

test.each<[string, string | null, string, string | null]>([
  ['Germany', '+4930901820', 'certain', 'Europe/Berlin'],
  ['Britain', '+442079460018', 'certain', 'Europe/London'],
  ['Jersey, under Britain’s code', '+441534867000', 'certain', 'Europe/Jersey'],
  ['India, half an hour off', '+919811012345', 'certain', 'Asia/Kolkata'],
  ['Japan', '+81312345678', 'certain', 'Asia/Tokyo'],
  ['Puerto Rico, under North America’s code', '+17872345678', 'certain', 'America/Puerto_Rico'],
  ['Kazakhstan, under Russia’s code', '+77172700000', 'certain', 'Asia/Almaty'],
  ['Kosovo', '+38338500000', 'certain', 'Europe/Belgrade'],
  ['San Francisco', '+14155550132', 'likely', 'America/Los_Angeles'],
  ['New York', '+12125550132', 'likely', 'America/New_York'],
  ['Phoenix, which keeps its clocks', '+16025550132', 'likely', 'America/Phoenix'],
  ['Toronto', '+14165550132', 'likely', 'America/Toronto'],
  ['Florida’s panhandle, cut by the boundary', '+18505550132', 'uncertain', null],
  ['western Ontario, cut by the boundary', '+18073450132', 'uncertain', null],
  ['toll-free in America', '+18005550132', 'uncertain', null],
  ['Russia', '+74951234567', 'uncertain', null],
  ['Australia', '+61291234567', 'uncertain', null],
  ['Spain, with the Canaries', '+34912345678', 'uncertain', null],
  ['Brazil', '+551123456789', 'uncertain', null],
  ['toll-free anywhere', '+80012345678', 'uncertain', null],
  ['by satellite', '+870773111632', 'uncertain', null],
  ['too short to be a number', '+49301', 'uncertain', null],
  ['no sure number', null, 'uncertain', null],
])('%s', (_, e164, certainty, zone) => {
  expect(callerZone(e164)).toEqual({ certainty, zone });
});

/** A zone's offsets, week by week, over years: equal for zones that show one clock. */
function clockOf(zone: string): string {
  const offsets: string[] = [];
  for (let day = Temporal.PlainDate.from('2026-01-15'); day.year < 2030; day = day.add({ days: 7 })) {
    offsets.push(day.toZonedDateTime(zone).offset);
  }
  return offsets.join();
}

interface LocaleWithZones extends Intl.Locale {
  getTimeZones(): string[] | undefined;
}

/** Listed by the one legal time, and by the zone the country's own numbers live in: see country-zones.ts. */
const decided = new Set(['CN', 'UA']);

test('every country said to have one clock has it by the data of the engine too', () => {
  const clocks = new Map<string, string>();
  const clock = (zone: string) => clocks.get(zone) ?? clocks.set(zone, clockOf(zone)).get(zone);
  for (const country of getCountries().filter((code) => !decided.has(code))) {
    const listed = zoneOfCountry(country);
    const zones = (new Intl.Locale(`und-${country}`) as LocaleWithZones).getTimeZones() ?? [];
    for (const zone of listed ? zones : [])
      expect([country, clock(zone)]).toEqual([country, clock(listed ?? '')]);
  }
});

test('a mobile number of any country is certain exactly where the country has one clock', () => {
  for (const country of getCountries()) {
    const e164 = getExampleNumber(country, examples)?.number ?? null;
    const read = callerZone(e164);
    const zone = zoneOfCountry(country);
    if (zone && read.certainty === 'certain') expect(clockOf(read.zone)).toBe(clockOf(zone));
    else expect([country, read.certainty]).not.toEqual([country, 'certain']);
  }
});

test('every area code that is listed is in a zone the engine knows', () => {
  const codes = Array.from({ length: 800 }, (_, place) => String(200 + place));
  const zones = codes.flatMap((code) => zoneOfAreaCode(code) ?? []);
  expect(zones.length).toBeGreaterThan(300);
  for (const zone of new Set(zones)) expect(() => clockOf(zone)).not.toThrow();
});
