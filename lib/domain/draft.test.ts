import { describe, expect, test } from 'vitest';
import { limits } from './callback.ts';
import {
  belongsTo,
  type Captured,
  capField,
  type Draft,
  type DraftField,
  fillDraft,
  isEmptyDraft,
  newDraft,
} from './draft.ts';

const now = 1_000_000;
const recordA = 'https://crm.example.com/contact/1';
const recordB = 'https://crm.example.com/contact/2';

function draft(changes: Partial<Draft> = {}, fields: Partial<Draft['fields']> = {}): Draft {
  const fresh = newDraft('d1', '', 1, now);
  return { ...fresh, ...changes, fields: { ...fresh.fields, ...fields } };
}

function captured(changes: Partial<Captured> = {}, fields: Partial<Captured['fields']> = {}): Captured {
  return {
    fields: { callerName: 'Ana', phone: '(415) 555-0132', reference: 'INV-1', ...fields },
    record: { tabId: 7, recordKey: recordA },
    source: { url: recordA, title: 'Ana', site: 'crm.example.com' },
    at: now + 5,
    ...changes,
  };
}

describe('empty', () => {
  test.each<[string, Partial<Draft['fields']>, boolean]>([
    ['as it begins', {}, true],
    ['only spaces', { callerName: '  ', reason: '\n' }, true],
    [
      'an owner, a kind and a status are no content',
      { owner: 'Sam', kind: 'missed call', status: 'left message' },
      true,
    ],
    ['a name', { callerName: 'Ana' }, false],
    ['a number', { phone: '1' }, false],
    ['a reference', { reference: 'x' }, false],
    ['a reason', { reason: 'x' }, false],
    ['a time', { promisedTime: '4' }, false],
  ])('%s: %s', (_, fields, empty) => {
    expect(isEmptyDraft(draft({}, fields))).toBe(empty);
  });
});

describe('whose record a draft is of', () => {
  test.each<[string, Draft, Captured, boolean]>([
    ['no record yet', draft(), captured(), false],
    ['same tab, same record', draft({ record: { tabId: 7, recordKey: recordA } }), captured(), true],
    [
      'same tab, another record without a reload',
      draft({ record: { tabId: 7, recordKey: recordB } }),
      captured(),
      false,
    ],
    ['another tab, another record', draft({ record: { tabId: 8, recordKey: recordB } }), captured(), false],
    [
      'two tabs with the same record, other content',
      draft({ record: { tabId: 8, recordKey: recordA } }),
      captured(),
      false,
    ],
    [
      'by hand on that tab, its address hidden',
      draft({ record: { tabId: 7, recordKey: '' } }),
      captured(),
      true,
    ],
    ['by hand on another tab', draft({ record: { tabId: 8, recordKey: '' } }), captured(), false],
  ])('%s', (_, one, capture, belongs) => {
    expect(belongsTo(one, capture)).toBe(belongs);
  });

  test('after a restart the tab has another id: the same caller at the same address is the same record', () => {
    const { fields } = captured();
    const before = draft({ record: { tabId: 900, recordKey: recordA } }, fields);
    expect(belongsTo(before, captured())).toBe(true);
    expect(belongsTo({ ...before, fields: { ...before.fields, phone: '' } }, captured())).toBe(false);
  });

  test('a tab that has gone elsewhere is not the tab of a capture that has none', () => {
    const left = draft({ record: { tabId: -1, recordKey: '' } });
    expect(belongsTo(left, captured({ record: { tabId: -1, recordKey: '' } }))).toBe(false);
  });
});

describe('filling', () => {
  const filled = (one: Draft, capture = captured()) => fillDraft(one, capture).fields;

  test('fills what is empty', () => {
    expect(filled(draft())).toMatchObject({ callerName: 'Ana', phone: '(415) 555-0132', reference: 'INV-1' });
  });

  test.each<DraftField>(['callerName', 'phone', 'reference'])('never touches a typed %s', (field) => {
    const typed = draft({ typed: [field] }, { [field]: 'typed' });
    expect(filled(typed)[field]).toBe('typed');
    expect(filled(draft({ typed: [field] }, { [field]: '' }))[field]).toBe('');
  });

  test('never with nothing', () => {
    const before = draft({}, { callerName: 'Ana', phone: '1' });
    expect(filled(before, captured({}, { callerName: '', phone: '', reference: '' }))).toEqual(before.fields);
  });

  test('captures the same record anew over what was captured', () => {
    expect(filled(draft({}, { callerName: 'Ann' })).callerName).toBe('Ana');
  });

  test('leaves reason, time, owner, status and kind alone', () => {
    const rest = {
      reason: 'r',
      promisedTime: '4',
      owner: 'Sam',
      status: 'left message',
      kind: 'missed call',
    } as const;
    expect(filled(draft({}, rest))).toMatchObject(rest);
  });

  test('takes over record and source, keeps when the call came', () => {
    const capture = captured();
    expect(fillDraft(draft({ happenedAt: 42, parked: true }), capture)).toMatchObject({
      record: capture.record,
      source: capture.source,
      happenedAt: 42,
      parked: false,
      updatedAt: now + 5,
    });
    expect(fillDraft(draft(), capture).happenedAt).toBe(now + 5);
  });

  test('does not change the draft it is given', () => {
    const one = draft();
    fillDraft(one, captured());
    expect(one).toEqual(draft());
  });
});

test.each<[DraftField, number]>([
  ['callerName', limits.name],
  ['phone', limits.phone],
  ['reference', limits.reference],
  ['reason', limits.reason],
  ['promisedTime', 120],
  ['owner', limits.name],
])('a pasted megabyte in %s stays %i long', (field, max) => {
  expect(capField(field, 'x'.repeat(1_000_000))).toHaveLength(max);
  expect(capField(field, 'short')).toBe('short');
});
