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
  /** When the call came, epoch ms; null until something is captured or typed. */
  happenedAt: number | null;
  /** A parked draft waits as a chip while another record is being written. */
  parked: boolean;
  updatedAt: number;
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

/** A fresh draft. @param id UUID. @param now epoch ms. */
export function newDraft(id: string, owner: string, now: number): Draft {
  return {
    id,
    fields: emptyFields(owner),
    typed: [],
    record: null,
    source: null,
    happenedAt: null,
    parked: false,
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
}

/**
 * What a capture does to the draft in the form. The draft of the same record is filled where the agent typed
 * nothing. A draft that belongs to another record is parked and the caller starts a fresh one, so that
 * fields of two records never meet. A draft typed by hand, belonging to no record yet, is adopted by the tab
 * it was typed beside.
 */
export function applyCapture(
  draft: Draft,
  captured: Captured,
  fresh: Draft,
): { draft: Draft; parked: Draft | null } {
  if (isEmptyDraft(draft) || belongsTo(draft, captured.record)) {
    return { draft: fill(draft, captured), parked: null };
  }
  return { draft: fill(fresh, captured), parked: { ...draft, parked: true, updatedAt: captured.at } };
}

/** True where the draft was begun beside this record; an empty record key (no access yet) fits its tab. */
export function belongsTo(draft: Draft, record: DraftRecord): boolean {
  if (!draft.record) return false;
  if (draft.record.tabId !== record.tabId) return false;
  return draft.record.recordKey === '' || draft.record.recordKey === record.recordKey;
}

function fill(draft: Draft, captured: Captured): Draft {
  const fields = { ...draft.fields };
  for (const field of captureFields) {
    if (!draft.typed.includes(field)) fields[field] = captured.fields[field];
  }
  return {
    ...draft,
    fields,
    record: captured.record,
    source: captured.source,
    happenedAt: draft.happenedAt ?? captured.at,
    parked: false,
    updatedAt: captured.at,
  };
}
