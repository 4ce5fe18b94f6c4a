import type {
  Callback,
  CallbackPromise,
  HistoryItem,
  Kind,
  Owner,
  Phone,
  Source,
  Status,
} from './callback.ts';
import { isOpen } from './callback.ts';

/** What a form yields once its texts have been read. */
export interface CallbackContent {
  callerName: string;
  phone: Phone | null;
  reference: string;
  reason: string;
  /** False where `reason` was filled in from the kind. */
  reasonConfirmed: boolean;
  kind: Kind;
  promise: CallbackPromise | null;
  owner: Owner | null;
  status: Status;
  happenedAt: number;
  source: Source | null;
}

/** Who acts and when; ids are handed in so that rules stay repeatable. */
export interface Act {
  /** Epoch ms. */
  now: number;
  /** The agent's name, null while none is set. */
  by: string | null;
  newId: () => string;
}

/** A new callback. The caller sees to it that there is a name or a number (CallbackSchema refuses neither). */
export function composeCallback(content: CallbackContent, act: Act): Callback {
  return {
    ...content,
    id: act.newId(),
    alternatePhones: [],
    notes: '',
    createdAt: act.now,
    updatedAt: act.now,
    closedAt: isOpen(content) ? null : act.now,
    attempts: [],
    history: [historyItem('created', null, null, act)],
  };
}

/** What an edit may change. */
export type CallbackEdit = Partial<
  Pick<
    Callback,
    | 'callerName'
    | 'phone'
    | 'reference'
    | 'reason'
    | 'kind'
    | 'promise'
    | 'owner'
    | 'status'
    | 'notes'
    | 'happenedAt'
  >
>;

/** The entry with an edit made, each changed field kept in its history, closed and reopened as its status says. */
export function editCallback(callback: Callback, edit: CallbackEdit, act: Act): Callback {
  const next: Callback = { ...callback, ...edit };
  const changes = (Object.keys(edit) as (keyof CallbackEdit)[]).filter(
    (field) => JSON.stringify(callback[field]) !== JSON.stringify(next[field]),
  );
  if (changes.length === 0) return callback;
  if (changes.includes('reason')) next.reasonConfirmed = true;
  const history = changes.map((field) =>
    historyItem(historyWord(field), textOf(callback, field), textOf(next, field), act),
  );
  return {
    ...next,
    updatedAt: act.now,
    closedAt: isOpen(next) ? null : (callback.closedAt ?? act.now),
    history: [...callback.history, ...history],
  };
}

function historyWord(field: keyof CallbackEdit): HistoryItem['what'] {
  switch (field) {
    case 'status':
    case 'owner':
    case 'promise':
    case 'phone':
      return field;
    default:
      return 'changed';
  }
}

/** A field as short text for the history. */
function textOf(callback: Callback, field: keyof CallbackEdit): string | null {
  switch (field) {
    case 'phone':
      return callback.phone ? (callback.phone.e164 ?? callback.phone.asShown) : null;
    case 'owner':
      return callback.owner?.name ?? null;
    case 'promise':
      return callback.promise?.words ?? null;
    case 'happenedAt':
      return new Date(callback.happenedAt).toISOString();
    default:
      return callback[field].slice(0, 500);
  }
}

function historyItem(
  what: HistoryItem['what'],
  from: string | null,
  to: string | null,
  act: Act,
): HistoryItem {
  return { id: act.newId(), at: act.now, by: act.by, what, from, to };
}
