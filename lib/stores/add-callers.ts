import type { CallerRow } from '../capture/types.ts';
import type { Callback, Owner, Source } from '../domain/callback.ts';
import { type Act, type CallbackContent, composeCallback } from '../domain/compose.ts';
import { mergeInto } from '../domain/merge.ts';
import { findSameCaller } from '../domain/same-caller.ts';
import { reasonWords } from '../i18n/words.ts';

interface AddCallersInput {
  rows: readonly CallerRow[];
  /** The open entries, so that nobody is put on the list twice. */
  open: readonly Callback[];
  owner: Owner | null;
  source: Source | null;
  act: Act;
  /** IANA. */
  zone: string;
}

/** New entries, and open ones of callers who called again, by what they were before. */
export interface AddedCallers {
  fresh: Callback[];
  again: { id: string; content: CallbackContent }[];
}

/**
 * Rows of a call log as missed calls. A caller who is on the list already, or stands in several rows, gets one
 * entry: the same caller never gets two.
 */
export function addCallers({ rows, open, owner, source, act, zone }: AddCallersInput): AddedCallers {
  const fresh: Callback[] = [];
  const again: AddedCallers['again'] = [];
  for (const row of rows) {
    const content = contentOf(row, owner, source, act, zone);
    const same = findSameCaller(content, [...open, ...fresh], act.now).find(
      ({ sameness }) => sameness === 'same number' || sameness === 'same name and account',
    );
    const place = fresh.findIndex(({ id }) => id === same?.callback.id);
    const known = fresh[place];
    if (known) fresh[place] = mergeInto(known, content, act);
    else if (same) again.push({ id: same.callback.id, content });
    else fresh.push(composeCallback(content, act));
  }
  return { fresh, again };
}

function contentOf(
  row: CallerRow,
  owner: Owner | null,
  source: Source | null,
  act: Act,
  zone: string,
): CallbackContent {
  const happenedAt = row.time?.epoch ?? act.now;
  const { phone } = row;
  return {
    callerName: row.name ?? '',
    phone: phone && { e164: phone.e164, asShown: phone.value, extension: phone.extension ?? null },
    reference: '',
    reason: reasonWords('missed call', happenedAt, zone),
    reasonConfirmed: false,
    kind: 'missed call',
    promise: null,
    owner,
    status: 'needs call',
    happenedAt,
    source,
  };
}
