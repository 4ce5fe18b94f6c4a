import { describe, expect, it } from 'vitest';
import { callTime } from './call-time.ts';

const now = Date.UTC(2026, 2, 10, 14, 30);
const at = (text: string, dayFirst = true): string | null => {
  const epoch = callTime(text, now, 'UTC', dayFirst);
  return epoch === null ? null : new Date(epoch).toISOString().slice(0, 16);
};

describe('callTime', () => {
  it.each([
    ['10:04', '2026-03-10T10:04'],
    ['7:41 AM', '2026-03-10T07:41'],
    ['18:05', '2026-03-09T18:05'],
    ['Yesterday 4:15 PM', '2026-03-09T16:15'],
    ['2026-03-04 16:05', '2026-03-04T16:05'],
    ['04/03/2026 16:05', '2026-03-04T16:05'],
    ['Mar 4, 10:04', '2026-03-04T10:04'],
    ['21.02. 08:03', '2026-02-21T08:03'],
    ['kl. 10.04', '2026-03-10T10:04'],
    ['klo 10.04', '2026-03-10T10:04'],
    ['10.04 Uhr', '2026-03-10T10:04'],
    ['i går kl. 16.05', '2026-03-09T16:05'],
  ])('%s is %s', (text, iso) => expect(at(text)).toBe(iso));

  it('is never later than now, also behind a day that a zone left out', () => {
    // Samoa had no 30 December 2011: https://data.iana.org/time-zones/tzdb/australasia
    const morning = Temporal.ZonedDateTime.from('2011-12-31T10:00[Pacific/Apia]').epochMilliseconds;
    expect(callTime('23:00', morning, 'Pacific/Apia', true)).toBeNull();
    expect(callTime('09:00', morning, 'Pacific/Apia', true)).toBeLessThan(morning);
  });

  it('gives nothing for the future and for nonsense', () => {
    for (const text of ['2027-01-01 10:00', '99:99', 'soon', '31/02/2026 10:00']) expect(at(text)).toBeNull();
  });

  // 10 March 2026 is a Tuesday.
  it.each([
    ['Mon 10:04', '2026-03-09T10:04'],
    ['Tue 10:04', '2026-03-10T10:04'],
    ['Tue 18:04', '2026-03-03T18:04'],
    ['Mi 10:04', '2026-03-04T10:04'],
    ['miércoles, 10:04', '2026-03-04T10:04'],
    ['mar. 3 mars 10:04', '2026-03-03T10:04'],
    ['quarta-feira às 10:04', '2026-03-04T10:04'],
    ['水曜日 10:04', '2026-03-04T10:04'],
    ['3月4日(水) 14:05', '2026-03-04T14:05'],
    ['2026年3月4日 14:05', '2026-03-04T14:05'],
    ['2026年3月4日 14時5分', '2026-03-04T14:05'],
    ['vorgestern 10:04', '2026-03-08T10:04'],
    ['avant-hier 10h04', '2026-03-08T10:04'],
    ['4:15 p. m.', '2026-03-09T16:15'],
    ['ayer 4:15 p. m.', '2026-03-09T16:15'],
    ['午後2:05', '2026-03-10T14:05'],
    ['午前9:05', '2026-03-10T09:05'],
    ['昨日 午後2:05', '2026-03-09T14:05'],
    ['٢:٠٥ م', '2026-03-10T14:05'],
    ['الأحد ٢:٠٥ م', '2026-03-08T14:05'],
    ['4 mars 2026 à 10:04', '2026-03-04T10:04'],
    ['4 marca 10:04', '2026-03-04T10:04'],
    ['4 de março de 2026, 10:04', '2026-03-04T10:04'],
    ['Tuesday, March 3, 2026 at 4:05 PM', '2026-03-03T16:05'],
  ])('%s is %s', (text, iso) => expect(at(text)).toBe(iso));

  it.each([
    '2 days ago 10:04',
    'vor 2 Tagen 10:04',
    'Wed, March 3 10:04',
    'hoy no 10:04',
    '10:04 EST',
    '10:04 – 10:09',
    'Talk time 10:04',
    '13:05 PM',
    'today 18:05',
  ])('%s is none, for not all of it is read', (text) => expect(at(text)).toBeNull());
});
