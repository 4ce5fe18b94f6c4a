import { i18n } from '#i18n';
import type { CallerRow } from '../capture/types.ts';
import type { EntryChange } from '../db/callbacks-repository.ts';
import type { Callback, Owner, Source } from '../domain/callback.ts';
import { type Act, type CallbackContent, composeCallback } from '../domain/compose.ts';
import { mergeInto } from '../domain/merge.ts';
import { findSameCaller } from '../domain/same-caller.ts';
import { reasonWords } from '../i18n/words.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import type { StatusStore } from './status-store.ts';
import type { UndoStore } from './undo-store.ts';

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
interface AddedCallers {
  fresh: Callback[];
  again: { id: string; content: CallbackContent }[];
}

/**
 * Rows of a call log as missed calls. A caller who is on the list already, or stands in several rows, gets one
 * entry: the same caller never gets two.
 */
function addCallers({ rows, open, owner, source, act, zone }: AddCallersInput): AddedCallers {
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

interface SaveCallersDeps {
  callbacks: Pick<CallbacksStore, 'addAndChange' | 'remove' | 'takeBack'>;
  status: StatusStore;
  undo: UndoStore;
}

/** Saves rows as `addCallers` makes entries of them, in one write, and says so with a way back. @returns whether they are saved */
export async function saveCallers(
  input: AddCallersInput,
  { callbacks, status, undo }: SaveCallersDeps,
): Promise<boolean> {
  const { fresh, again } = addCallers(input);
  let changes: EntryChange[];
  try {
    changes = await callbacks.addAndChange(
      fresh,
      again.map(({ id, content }) => ({
        id,
        rule: (stored: Callback, act: Act) => mergeInto(stored, content, act),
      })),
    );
  } catch (error) {
    status.say(i18n.t('form.saveFailed', [error instanceof Error ? error.message : String(error)]));
    return false;
  }
  const text = [
    ...(fresh.length > 0 ? [i18n.t('callers.added', fresh.length)] : []),
    ...(again.length > 0 ? [i18n.t('callers.again', again.length)] : []),
  ].join(' ');
  status.say(text);
  undo.show({
    text,
    undo: async () => {
      for (const { id } of fresh) await callbacks.remove(id);
      for (const change of changes) await callbacks.takeBack(change);
      status.say(i18n.t('form.undone'));
    },
  });
  return true;
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
