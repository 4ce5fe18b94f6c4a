import { type Callback, isOpen, type Phone } from './callback.ts';
import { foldForSearch } from './search.ts';

/** Who is being captured or typed. */
export interface CallerCandidate {
  callerName: string;
  phone: Phone | null;
  alternatePhones?: readonly Phone[];
  /** Account or ticket. */
  reference: string;
}

/** Why an entry may be of the same caller, the surest first. */
export const samenesses = [
  /** The same number, and the same name or none on one side. */
  'same number',
  'same name and account',
  /** The same number under another name: a switchboard, a family. Suggested, never merged by itself. */
  'same number, other name',
  /** Any of the above, closed a short while ago: shown as history. */
  'recently closed',
] as const;
export type Sameness = (typeof samenesses)[number];

export interface SameCaller {
  sameness: Sameness;
  callback: Callback;
}

/** For how long a closed entry is still news to whoever has the caller again. */
const recent = 14 * 24 * 3_600_000;

/** Entries of what may be the same caller: the surest first, of equals the latest touched. @param now epoch ms */
export function findSameCaller(
  candidate: CallerCandidate,
  entries: readonly Callback[],
  now: number,
): SameCaller[] {
  // An empty form is nobody's; it is asked about at each tick of the clock.
  if (callerKeys(candidate).length === 0) return [];
  const found = entries.flatMap((callback): SameCaller[] => {
    const sameness = samenessOf(candidate, callback);
    if (!sameness) return [];
    if (isOpen(callback)) return [{ sameness, callback }];
    const closedAt = callback.closedAt ?? callback.updatedAt;
    return now - closedAt < recent ? [{ sameness: 'recently closed', callback }] : [];
  });
  const place = ({ sameness }: SameCaller) => samenesses.indexOf(sameness);
  return found.sort((a, b) => place(a) - place(b) || b.callback.updatedAt - a.callback.updatedAt);
}

/** What makes an open entry one of the same caller; null where nothing does. */
export function samenessOf(candidate: CallerCandidate, callback: Callback): Sameness | null {
  const names = [nameKey(candidate.callerName), nameKey(callback.callerName)] as const;
  const sameName = names[0] !== '' && names[0] === names[1];
  const meets = meeting(candidate, callback);
  if (meets) {
    const nameless = names.includes('');
    return sameName || (nameless && meets === 'line') ? 'same number' : 'same number, other name';
  }
  const account = accountKey(candidate.reference);
  return sameName && account !== '' && account === accountKey(callback.reference)
    ? 'same name and account'
    : null;
}

/** Whether any of their numbers are one: the same line, or one switchboard with different extensions. */
function meeting(candidate: CallerCandidate, callback: Callback): 'line' | 'switchboard' | null {
  const theirs = [candidate.phone, ...(candidate.alternatePhones ?? [])].flatMap((phone) => phone ?? []);
  const known = [callback.phone, ...callback.alternatePhones].flatMap((phone) => phone ?? []);
  const shared = theirs.flatMap((one) =>
    known.filter((other) => isSameNumber(one, other)).map((other) => one.extension === other.extension),
  );
  if (shared.length === 0) return null;
  return shared.includes(true) ? 'line' : 'switchboard';
}

/** The same number, extensions apart. Where the phone library could not vouch for one, its digits count. */
export function isSameNumber(one: Phone, other: Phone): boolean {
  if (one.e164 !== null && other.e164 !== null) return one.e164 === other.e164;
  const digits = one.asShown.replace(/\D/g, '');
  return digits.length >= 7 && digits === other.asShown.replace(/\D/g, '');
}

/**
 * What entries of one caller are found by: two that `findSameCaller` would match have at least one key in common,
 * so that a long list need not be compared one by one.
 */
export function callerKeys(candidate: CallerCandidate): string[] {
  const phones = [candidate.phone, ...(candidate.alternatePhones ?? [])].flatMap((phone) => phone ?? []);
  const numbers = phones.flatMap(({ e164, asShown }) => {
    const digits = asShown.replace(/\D/g, '');
    return [...(e164 === null ? [] : [e164]), ...(digits.length >= 7 ? [`digits ${digits}`] : [])];
  });
  const [name, account] = [nameKey(candidate.callerName), accountKey(candidate.reference)];
  return [...new Set([...numbers, ...(name !== '' && account !== '' ? [`${name} of ${account}`] : [])])];
}

/** "Villaseñor, Ana" and "ana villasenor" are one name. */
function nameKey(name: string): string {
  return words(name).sort().join(' ');
}

function accountKey(reference: string): string {
  return words(reference).join('');
}

function words(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
