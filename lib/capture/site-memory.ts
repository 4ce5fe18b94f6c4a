/**
 * What is remembered of one site, so that its switchboard and its agents stop being offered and a correction
 * wins next time. Pure: storage is somebody else's. Nothing here can be read back: values are salted hashes.
 */

import { fold } from './text.ts';
import type { CaptureResult, FoundPlace, SiteHint, SiteMemory } from './types.ts';

/** What a capture says of a record's caller. */
type RecordSeen = Pick<CaptureResult, 'name' | 'phone'>;

/** Records of different callers after which repetition means something. */
const enoughRecords = 8;
/** Share of those a value must be on to count as the site's own. */
const ownShare = 0.7;
const seenMax = 2000;
const subjectMax = 1000;
const hintMax = 24;

/** An empty memory. @param salt random text, made once for the site */
export function emptyMemory(salt: string): SiteMemory {
  return { salt, records: 0, subjects: [], seen: {}, hints: [] };
}

/** 53-bit salted hash (cyrb53, public domain by bryc); collisions only cost a little certainty. */
function hash(salt: string, value: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const text = `${salt}\u0000${value}`;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/**
 * The memory after a record of the site was captured. Each caller counts once, however often their records are
 * opened: what repeats across one caller's records is theirs. A name that was taken for the caller's is never
 * counted; a number that was, counts by the names it was taken with, for a switchboard is taken with many.
 * @returns the same memory where nothing new was learned
 */
export function rememberRecord(memory: SiteMemory, { name, phone }: RecordSeen): SiteMemory {
  const caller = fold(name.chosen?.value ?? phone.chosen?.e164 ?? '');
  if (caller === '') return memory;
  // "Lee, Dana" is Dana Lee.
  const subject = hash(memory.salt, caller.split(' ').sort().join(' '));
  if (memory.subjects.includes(subject)) return memory;
  const values = [
    ...name.candidates.filter((one) => one !== name.chosen).map(({ value }) => value),
    ...phone.candidates
      .filter((one) => name.chosen !== null || one !== phone.chosen)
      .flatMap(({ e164 }) => e164 ?? []),
  ];
  const seen = { ...memory.seen };
  for (const value of new Set(values.map(fold))) {
    const key = hash(memory.salt, value);
    seen[key] = (seen[key] ?? 0) + 1;
  }
  const entries = Object.entries(seen);
  // What was seen once is of no use and goes first.
  const kept =
    entries.length <= seenMax ? entries : entries.sort((x, y) => y[1] - x[1]).slice(0, seenMax / 2);
  return {
    ...memory,
    records: memory.records + 1,
    subjects: [subject, ...memory.subjects].slice(0, subjectMax),
    seen: Object.fromEntries(kept),
  };
}

/** Whether a value is on so many records of the site that it is the site's own. */
export function isRepeated(memory: SiteMemory | undefined, value: string): boolean {
  if (!memory || memory.records < enoughRecords) return false;
  const key = hash(memory.salt, fold(value));
  return (Object.hasOwn(memory.seen, key) ? (memory.seen[key] ?? 0) : 0) >= memory.records * ownShare;
}

/** The memory after a correction: the newest hint first, one for each field and place. */
export function rememberCorrection(memory: SiteMemory, found: FoundPlace): SiteMemory {
  const hint: SiteHint = { field: found.field, label: labelIn(memory, found), place: found.place };
  const others = memory.hints.filter(
    (old) => old.field !== hint.field || old.place !== hint.place || old.label !== hint.label,
  );
  return { ...memory, hints: [hint, ...others].slice(0, hintMax) };
}

/**
 * Whether a correction points at a place.
 * @param near also where rows before it come and go from record to record
 */
export function isHinted(memory: SiteMemory, found: FoundPlace, near: boolean): boolean {
  const label = labelIn(memory, found);
  const at = (place: string): string => (near ? place.replace(/:\d+/g, '') : place);
  return memory.hints.some(
    (hint) => hint.field === found.field && hint.label === label && at(hint.place) === at(found.place),
  );
}

/** A label as it may be kept: what it means, or, for words that mean nothing here and may be a name, a hash. */
function labelIn(memory: SiteMemory, { label, words }: FoundPlace): string {
  return label === '' && words !== '' ? `#${hash(memory.salt, words)}` : label;
}
