import { type Kind, limits, type Source, type Status } from './callback.ts';

/** The text fields of the form a capture can fill. */
export const captureFields = ['callerName', 'phone', 'reference'] as const;
export type CaptureField = (typeof captureFields)[number];

/** What the form holds, as typed: nothing is parsed until it is saved. */
export interface DraftFields {
  callerName: string;
  phone: string;
  reference: string;
  reason: string;
  promisedTime: string;
  owner: string;
  status: Status;
  kind: Kind;
}
export type DraftField = keyof DraftFields;

/** The record a draft belongs to: one tab showing one record's address. */
export interface DraftRecord {
  tabId: number;
  /** Address without session tokens and view state (lib/capture/record-url.ts). */
  recordKey: string;
}

/** A callback being written. It survives a closed panel, another tab and a restart. */
export interface Draft {
  id: string;
  fields: DraftFields;
  /** Fields the agent typed in; a capture never touches these. */
  typed: DraftField[];
  record: DraftRecord | null;
  source: Source | null;
  /** The window the agent chose with a click, while the promised time still reads as it was written then. */
  chosenWindow: { from: number | null; until: number | null } | null;
  /** When the promised time was typed, epoch ms: "in 20 minutes" counts from there, not from saving. */
  promiseSaidAt: number | null;
  /** When the call came, epoch ms; null until something is captured or typed. */
  happenedAt: number | null;
  /** A parked draft waits as a chip while another record is being written. */
  parked: boolean;
  /** The browser window whose form holds it: two windows never write into one draft. */
  windowId: number;
  updatedAt: number;
  /** Stands in the place of a draft whose caller was forgotten, so that the form that holds it lets go of it. */
  forgotten?: true;
}

/** A form with nothing in it. @param owner default owner's name, '' for nobody. */
export function emptyFields(owner: string): DraftFields {
  return {
    callerName: '',
    phone: '',
    reference: '',
    reason: '',
    promisedTime: '',
    owner,
    status: 'needs call',
    kind: 'promised',
  };
}

/** A fresh draft. @param id UUID. @param owner name, '' for nobody. @param now epoch ms. */
export function newDraft(id: string, owner: string, windowId: number, now: number): Draft {
  return {
    id,
    fields: emptyFields(owner),
    typed: [],
    record: null,
    source: null,
    chosenWindow: null,
    promiseSaidAt: null,
    happenedAt: null,
    parked: false,
    windowId,
    updatedAt: now,
  };
}

/** True where losing the draft would lose nothing: no caller, no reason, no time. */
export function isEmptyDraft(draft: Draft): boolean {
  const { callerName, phone, reference, reason, promisedTime } = draft.fields;
  return [callerName, phone, reference, reason, promisedTime].every((text) => text.trim() === '');
}

/** What the agent types, kept within the limits of an entry so that a pasted megabyte stays a form. */
export function capField(field: DraftField, text: string): string {
  const max = {
    callerName: limits.name,
    phone: limits.phone,
    reference: limits.reference,
    reason: limits.reason,
    promisedTime: 120,
    owner: limits.name,
    status: 40,
    kind: 40,
  }[field];
  return text.length > max ? text.slice(0, max) : text;
}

/** What a capture found for the three fields it can fill; '' where it found nothing it is sure of. */
export type CapturedFields = Record<CaptureField, string>;

export interface Captured {
  fields: CapturedFields;
  record: DraftRecord;
  source: Source | null;
  /** Epoch ms. */
  at: number;
  /** The call was cut off at `at`: that, not when it came, is what its clock runs from. */
  dropped?: boolean;
}

/** True where the draft was begun beside the captured record. */
export function belongsTo(draft: Draft, captured: Captured): boolean {
  const { record } = draft;
  if (!record) return false;
  // Below zero there is no tab: it has gone elsewhere, or never was known.
  const sameTab = record.tabId >= 0 && record.tabId === captured.record.tabId;
  // Begun by hand on a page whose address could not be seen: the tab is all there is to go by.
  if (record.recordKey === '') return sameTab;
  if (record.recordKey !== captured.record.recordKey) return false;
  // Tab ids change with a restart; the same caller at the same address is the same record all the same.
  return sameTab || captureFields.every((field) => draft.fields[field] === captured.fields[field]);
}

/**
 * Fills a draft of the captured record: never a field the agent typed in, and never with nothing. The
 * caller parks a draft of another record first (see lib/stores/draft-store.ts), so that fields of two
 * records never meet.
 */
export function fillDraft(draft: Draft, captured: Captured): Draft {
  const fields = { ...draft.fields };
  for (const field of captureFields) {
    if (!draft.typed.includes(field) && captured.fields[field] !== '') fields[field] = captured.fields[field];
  }
  return {
    ...draft,
    fields,
    record: captured.record,
    source: captured.source,
    happenedAt: captured.dropped ? captured.at : (draft.happenedAt ?? captured.at),
    parked: false,
    updatedAt: captured.at,
  };
}
