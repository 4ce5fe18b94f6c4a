import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCallback } from '../../tests/support/unit/arbitrary.ts';
import { aCallback, actAt, idAt, phone, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { readForeign } from '../../tests/support/unit/files.ts';
import type { Callback, HistoryItem } from '../domain/callback.ts';
import type { ReadEntry } from './contents.ts';
import { planImport } from './plan-import.ts';

const hour = 3_600_000;
const entry = (callback: Callback, more: Partial<ReadEntry> = {}): ReadEntry => ({
  row: 1,
  callback,
  ours: true,
  saysWhen: true,
  ...more,
});
const happened = (place: number, what: HistoryItem['what'] = 'changed', at = wednesday): HistoryItem => ({
  id: idAt(place),
  at,
  by: null,
  what,
  from: null,
  to: null,
});
const counts = ({ added, merged, unchanged }: ReturnType<typeof planImport>) => ({
  added,
  merged,
  unchanged,
});
/** The list after an import. */
function imported(existing: readonly Callback[], entries: readonly ReadEntry[]): Callback[] {
  const { write } = planImport(entries, existing, actAt(wednesday + hour));
  const ids = new Set(write.map(({ id }) => id));
  return [...existing.filter(({ id }) => !ids.has(id)), ...write];
}

test('any list comes back as it was into an empty one, and again changes nothing', () => {
  const lists = fc.uniqueArray(anyCallback, { selector: ({ id }) => id, maxLength: 6 });
  fc.assert(
    fc.property(lists, (callbacks) => {
      const entries = callbacks.map((callback) => entry(callback));
      const restored = imported([], entries);
      expect(restored).toEqual(callbacks);
      expect(counts(planImport(entries, restored, actAt(wednesday)))).toEqual({
        added: 0,
        merged: 0,
        unchanged: callbacks.length,
      });
    }),
  );
});

describe('an entry the list has under the same id', () => {
  const base = aCallback({ history: [happened(10, 'created')], updatedAt: wednesday });

  test('stays where it builds on the one of the file, whatever the clocks say', () => {
    const stored = {
      ...base,
      notes: 'newer',
      history: [...base.history, happened(11)],
      updatedAt: wednesday - hour,
    };
    expect(imported([stored], [entry(base)])).toEqual([{ ...stored, updatedAt: wednesday }]);
  });

  test('gives way where the one of the file builds on it', () => {
    const incoming = {
      ...base,
      notes: 'newer',
      history: [...base.history, happened(11)],
      updatedAt: wednesday - hour,
    };
    expect(imported([base], [entry(incoming)])).toEqual([{ ...incoming, updatedAt: wednesday }]);
  });

  test('where both went on, the later touched stands and all that was done is kept', () => {
    const stored = {
      ...base,
      reason: 'here',
      history: [...base.history, happened(11, 'changed', wednesday + 2)],
    };
    const incoming = {
      ...base,
      reason: 'there',
      history: [...base.history, happened(12, 'changed', wednesday + 1)],
      updatedAt: wednesday + 5,
    };
    const [united] = imported([stored], [entry(incoming)]);
    expect(united).toMatchObject({ reason: 'there', updatedAt: wednesday + 5 });
    expect(united?.history.map(({ id }) => id)).toEqual([idAt(10), idAt(12), idAt(11)]);
  });
});

describe('an open entry of a caller who is on the list already', () => {
  const stored = aCallback({
    id: idAt(1),
    history: [happened(10, 'created')],
    promise: promise(wednesday + 5 * hour),
  });
  const incoming = aCallback({
    id: idAt(2),
    reason: 'Invoice is wrong',
    notes: 'gate 12',
    happenedAt: wednesday + hour,
    promise: promise(wednesday + 2 * hour),
    history: [happened(20, 'created')],
    attempts: [
      { id: idAt(30), at: wednesday, by: null, outcome: 'no answer', number: null, note: '', loggedAt: null },
    ],
  });

  test('is merged into theirs by the rules of a new call', () => {
    const plan = planImport([entry(incoming)], [stored], actAt(wednesday + hour));
    expect(counts(plan)).toEqual({ added: 0, merged: 1, unchanged: 0 });
    expect(plan.write).toMatchObject([
      {
        id: idAt(1),
        reason: 'Asks when the engineer comes\nInvoice is wrong',
        promise: { until: wednesday + 2 * hour },
        calledAgain: 1,
        calledAgainAt: wednesday + hour,
        notes: 'gate 12',
        attempts: [{ id: idAt(30) }],
      },
    ]);
    expect(plan.write[0]?.history.map(({ id }) => id)).toContain(idAt(20));
  });

  test('imported again counts no second time', () => {
    const once = imported([stored], [entry(incoming)]);
    expect(counts(planImport([entry(incoming)], once, actAt(wednesday + 2 * hour)))).toEqual({
      added: 0,
      merged: 0,
      unchanged: 1,
    });
  });

  test('under another name stays apart, as does a closed one', () => {
    const other = aCallback({ id: idAt(2), callerName: 'Bo' });
    const closed = aCallback({ id: idAt(3), status: 'completed', closedAt: wednesday });
    expect(counts(planImport([entry(other), entry(closed)], [stored], actAt(wednesday)))).toEqual({
      added: 2,
      merged: 0,
      unchanged: 0,
    });
  });

  test('is not merged with others of its own backup: two that were kept apart stay apart', () => {
    const pair = [aCallback({ id: idAt(1) }), aCallback({ id: idAt(2) })];
    expect(
      imported(
        [],
        pair.map((callback) => entry(callback)),
      ),
    ).toEqual(pair);
  });
});

describe('rows of another tool', () => {
  const text =
    'Name,Phone,Subject,Created,Status\nAna Lee,4155550132,Boiler,2026-03-10 09:00,\nana lee,+1 415 555 0132,Invoice,2026-03-10 11:00,\nBo,4155550133,Key,,closed\n';
  const rows = async () => (await readForeign(text)).entries;

  test('of one caller become one entry', async () => {
    const list = imported([], await rows());
    expect(list).toMatchObject([
      { callerName: 'Ana Lee', reason: 'Boiler\nInvoice', calledAgain: 1 },
      { callerName: 'Bo', status: 'completed' },
    ]);
  });

  test('imported again change nothing', async () => {
    const list = imported([], await rows());
    const again = planImport(await rows(), list, actAt(wednesday + hour));
    expect(counts(again)).toEqual({ added: 0, merged: 0, unchanged: 3 });
    expect(again.write).toEqual([]);
  });
});

test('a long list is gone through in little time', () => {
  const many = Array.from({ length: 20_000 }, (_, place) =>
    aCallback({
      id: idAt(place + 1),
      callerName: `Caller ${place}`,
      phone: phone(`+1415${5_000_000 + place}`),
    }),
  );
  const entries = many.map((callback, place) =>
    entry({ ...callback, id: idAt(place + 50_000), history: [] }),
  );
  const started = performance.now();
  expect(counts(planImport(entries, many, actAt(wednesday))).added).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});
