/**
 * What is remembered of one site, so that its switchboard and its agents stop being offered and a correction
 * wins next time. Pure: storage is somebody else's. Nothing here can be read back: values are salted hashes.
 */

import { fold } from './text.ts';
import type { SiteHint, SiteMemory } from './types.ts';

/** Records after which repetition means something. */
const enoughRecords = 4;
/** Share of a site's records a value must be on to count as the site's own. */
const ownShare = 0.5;
const seenMax = 2000;
const hintMax = 24;

/** An empty memory. @param salt random text, made once for the site */
export function emptyMemory(salt: string): SiteMemory {
  return { salt, records: 0, seen: {}, hints: [] };
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
 * The memory after another record of the site was seen. Call once a record, not once a capture.
 * @param values e164 numbers and names the page showed, the caller's own included
 */
export function rememberRecord(memory: SiteMemory, values: readonly string[]): SiteMemory {
  const seen = { ...memory.seen };
  for (const value of new Set(values.map(fold))) {
    const key = hash(memory.salt, value);
    seen[key] = (seen[key] ?? 0) + 1;
  }
  const entries = Object.entries(seen);
  // What was seen once is of no use and goes first.
  const kept =
    entries.length <= seenMax ? entries : entries.sort((x, y) => y[1] - x[1]).slice(0, seenMax / 2);
  return { ...memory, records: memory.records + 1, seen: Object.fromEntries(kept) };
}

/** Whether a value is on so many records of the site that it is the site's own. */
export function isRepeated(memory: SiteMemory | undefined, value: string): boolean {
  if (!memory || memory.records < enoughRecords) return false;
  const key = hash(memory.salt, fold(value));
  return (Object.hasOwn(memory.seen, key) ? (memory.seen[key] ?? 0) : 0) >= memory.records * ownShare;
}

/** The memory after a correction: the newest hint first, one for each field and place. */
export function rememberCorrection(memory: SiteMemory, hint: SiteHint): SiteMemory {
  const others = memory.hints.filter(
    (old) => old.field !== hint.field || old.place !== hint.place || old.label !== hint.label,
  );
  return { ...memory, hints: [hint, ...others].slice(0, hintMax) };
}

/** The hint that fits a place, null when there is none. */
export function hintFor(
  memory: SiteMemory | undefined,
  field: SiteHint['field'],
  label: string,
  place: string,
): SiteHint | null {
  const folded = fold(label);
  return (
    memory?.hints.find(
      (hint) => hint.field === field && hint.place === place && fold(hint.label) === folded,
    ) ?? null
  );
}
