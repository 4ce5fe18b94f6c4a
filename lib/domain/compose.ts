import {
  type BestTime,
  type Callback,
  type CallbackPromise,
  type HistoryItem,
  isOpen,
  type Kind,
  laterFields,
  type Owner,
  type Phone,
  type Source,
  type Status,
} from './callback.ts';
import { type Act, addHistory, historyItem, promiseItem } from './history.ts';

export type { Act } from './history.ts';

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
  alternatePhones?: Phone[];
  objective?: string;
  missing?: string;
  bestTime?: BestTime | null;
}

/** A new callback. The caller sees to it that there is a name or a number (CallbackSchema refuses neither). */
export function composeCallback(content: CallbackContent, act: Act): Callback {
  return {
    ...laterFields,
    alternatePhones: [],
    ...content,
    id: act.newId(),
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
    | 'alternatePhones'
    | 'objective'
    | 'missing'
    | 'bestTime'
    | 'voicemailHeard'
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
  const history = changes.map((field) => {
    const item = historyItem(historyWord(field), textOf(callback, field), textOf(next, field), act);
    return field === 'promise' ? promiseItem(item, callback.promise) : item;
  });
  return {
    ...next,
    updatedAt: act.now,
    closedAt: isOpen(next) ? null : (callback.closedAt ?? act.now),
    history: addHistory(callback.history, ...history),
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
      return callback.phone && numberOf(callback.phone);
    case 'alternatePhones':
      return callback.alternatePhones.map(numberOf).join(', ') || null;
    case 'owner':
      return callback.owner?.name ?? null;
    case 'promise':
      return promiseText(callback.promise);
    case 'bestTime':
      return callback.bestTime && `${callback.bestTime.from}–${callback.bestTime.until}`;
    case 'happenedAt':
      return new Date(callback.happenedAt).toISOString();
    case 'voicemailHeard':
      return String(callback.voicemailHeard);
    default:
      return callback[field];
  }
}

/** A number as the history keeps it: as it is dialled where that is sure, else as it was written. */
export function numberOf(phone: Phone): string {
  return phone.e164 ?? phone.asShown;
}

/** A promise as the history keeps it: in the words it was made with, else by its instants. */
export function promiseText(promise: CallbackPromise | null): string | null {
  if (!promise) return null;
  const times = [promise.from, promise.until].map((at) => (at === null ? '' : new Date(at).toISOString()));
  return promise.words || times.join('/');
}
