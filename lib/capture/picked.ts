/** What the agent pointed at on the page, read for the field they want filled. */
import { cleanName } from './name-shape.ts';
import { findPhones } from './phone-shape.ts';
import { visible } from './text.ts';
import type { Candidate, Countries, SiteHint } from './types.ts';

const unclear: Candidate['evidence'] = [{ code: 'picked' }, { code: 'other-country' }];

/**
 * @param text what the element says @param countries what the page's national numbers are read in
 * @returns one find, several where more than one number stands there or one may be of two countries, none where
 * nothing for the field does
 */
export function pickedFinds(field: SiteHint['field'], text: string, countries: Countries): Candidate[] {
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
    findPhones(whole, countries, true).map(({ shown, e164, extension, doubtful }) => [
      `${e164} ${extension ?? ''}`,
      find(shown, {
        e164,
        ...(extension ? { extension } : {}),
        ...(doubtful ? { confidence: 0.5, evidence: unclear } : {}),
      }),
    ]),
  );
  const [only, ...others] = numbers.values();
  // An internal number is for the agent to judge; what holds no digits is none.
  if (!only) return /\p{N}/u.test(whole) ? [find(whole)] : [];
  // No number of the agent's country, and only perhaps one of the page's: it may be kept as it stands.
  if (others.length === 0 && only.evidence === unclear) return [only, find(only.value, { confidence: 0.5 })];
  return [only, ...others];
}
