/** What the agent pointed at on the page, read for the field they want filled. */
import { cleanName } from './name-shape.ts';
import { findPhones } from './phone-shape.ts';
import { visible } from './text.ts';
import type { Candidate, SiteHint } from './types.ts';

/**
 * @param text what the element says @param region ISO-2 country national numbers are read in
 * @returns one find, several where more than one number stands there, none where nothing for the field does
 */
export function pickedFinds(field: SiteHint['field'], text: string, region: string): Candidate[] {
  const find = (value: string, more: Partial<Candidate> = {}): Candidate => ({
    value,
    confidence: 1,
    evidence: [{ code: 'picked' }],
    ...more,
  });
  const whole = visible(text).replace(/\s+/g, ' ').trim();
  if (field !== 'phone') {
    const value = field === 'name' ? cleanName(whole) : whole;
    return value === '' ? [] : [find(value)];
  }
  const numbers = new Map(
    findPhones(whole, region, true).map(({ shown, e164, extension }) => [
      `${e164} ${extension ?? ''}`,
      find(shown, { e164, ...(extension ? { extension } : {}) }),
    ]),
  );
  if (numbers.size > 0) return [...numbers.values()];
  // An internal number is for the agent to judge; what holds no digits is none.
  return /\p{N}/u.test(whole) ? [find(whole)] : [];
}
