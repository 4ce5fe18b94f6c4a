import type { Kind } from './callback.ts';

/**
 * Reasons that tell the person who calls back nothing. They get a hint, never a refusal.
 */
const vague =
  /^\W*(?:(?:please\s+)?(?:call(?:\s?-?back)?|ring|phone|return(?:ing)?|ret\.?|rtn)(?:\s+(?:him|her|them|back|cust(?:omer)?|client|caller|call|the (?:customer|client|caller)))*|customer|client|question|query|issue|problem|info(?:rmation)?|help|urgent|important|asap|follow[\s-]?up|n\/?a|tbc|tbd|misc|various|todo)\W*$/i;

/** True where the typed reason would not help whoever makes the call ("call customer"). Empty is not vague. */
export function isVagueReason(reason: string): boolean {
  return vague.test(reason.trim());
}

/** The kinds a reason can be filled in from, with the time the text needs (epoch ms); null where none fits. */
export type FilledReason =
  | { key: 'missedCall' | 'followUp' | 'reEngagement' | 'promised' }
  | { key: 'callDropped'; at: number };

/** What stands in for a reason nobody typed; the words are made from the key where they are shown. */
export function reasonFromKind(kind: Kind, happenedAt: number): FilledReason {
  switch (kind) {
    case 'missed call':
      return { key: 'missedCall' };
    case 'disconnected':
      return { key: 'callDropped', at: happenedAt };
    case 'post-job follow-up':
      return { key: 'followUp' };
    case 're-engagement':
      return { key: 'reEngagement' };
    case 'promised':
      return { key: 'promised' };
  }
}
