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
  ])('%s is %s', (text, iso) => expect(at(text)).toBe(iso));

  it('gives nothing for the future and for nonsense', () => {
    for (const text of ['2027-01-01 10:00', '99:99', 'soon', '31/02/2026 10:00']) expect(at(text)).toBeNull();
  });
});
