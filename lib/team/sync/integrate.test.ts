import { describe, expect, test } from 'vitest';
import { aCallback, actAt, idAt, promise, wednesday } from '../../../tests/support/unit/entries.ts';
import type { Held, OutboxItem, SyncedEntry } from '../../db/team-repository.ts';
import { finishAttempt } from '../../domain/attempts.ts';
import type { Callback } from '../../domain/callback.ts';
import { editCallback } from '../../domain/compose.ts';
import { rePromise } from '../../domain/re-promise.ts';
import type { TeamValue } from '../value.ts';
import { type Arrived, integrate, neverSynced } from './integrate.ts';

const id = idAt(900);
const base = aCallback({ id });
const edited = (notes: string) => editCallback(base, { notes }, actAt(wednesday));
const synced = (more: Partial<SyncedEntry> = {}): SyncedEntry => ({
  ...neverSynced(id),
  revision: 5,
  n: 3,
  applied: { other: 9 },
  ...more,
});
const value = (more: Partial<TeamValue> = {}): TeamValue => ({
  n: 4,
  applied: { other: 10 },
  callback: base,
  extra: '',
  ...more,
});
const change = (seq: number, before: Callback, after: Callback): OutboxItem => ({
  seq,
  callbackId: id,
  what: 'changed',
  before,
  after,
});
const item = (seq: number, what: 'created' | 'removed' | 'forgotten'): OutboxItem => ({
  seq,
  callbackId: id,
  what,
  before: what === 'removed' ? base : null,
  after: null,
});
const held = (more: Partial<Held> = {}): Held => ({ callback: base, outbox: [], synced: synced(), ...more });
const arrive = (content: Arrived['content'], from: Held, revision = 6) =>
  integrate(id, from, { revision, content }, 'me');

test('what is known already changes nothing', () => {
  expect(arrive(value(), held(), 5).rewrite).toBeNull();
});

test('ours is done to theirs again, but for what theirs has in it already', () => {
  const mine = edited('mine');
  const outbox = [
    change(1, base, mine),
    change(2, mine, editCallback(mine, { reference: 'T-1' }, actAt(wednesday))),
  ];
  const theirs = { ...mine, callerName: 'Ana Lee' };
  const { rewrite } = arrive(
    value({ callback: theirs, applied: { me: 1 } }),
    held({ callback: outbox[1]?.after ?? null, outbox }),
  );
  expect(rewrite?.callback).toMatchObject({ callerName: 'Ana Lee', notes: 'mine', reference: 'T-1' });
  expect(rewrite?.done).toEqual([1]);
});

describe('deleted is deleted', () => {
  test('with what waited for it', () => {
    const { rewrite } = arrive(null, held({ outbox: [change(1, base, edited('late'))] }));
    expect(rewrite).toMatchObject({ callback: null, done: [1], synced: { deleted: true, revision: 6 } });
  });

  test('but for who brought it back knowing that it was gone', () => {
    const from = held({ outbox: [item(2, 'created')], synced: synced({ deleted: true }) });
    const { rewrite } = arrive(null, from);
    expect(rewrite).toEqual({ synced: synced({ deleted: true, revision: 6 }) });
  });

  test('and one removed and brought back before anybody heard of it was never removed', () => {
    const from = held({ outbox: [item(1, 'removed'), item(2, 'created')] });
    expect(arrive(value(), from).rewrite?.callback).toEqual(base);
  });
});

describe('a removal of ours that meets a state it had not seen', () => {
  test('stands', () => {
    const from = held({ callback: null, outbox: [item(1, 'removed')] });
    expect(arrive(value({ callback: edited('more') }), from).rewrite).toMatchObject({
      callback: null,
      done: [],
    });
  });

  test('gives way to a promise made meanwhile, but not where the caller asked to be forgotten', () => {
    const promised = value({ callback: rePromise(base, promise(wednesday), actAt(wednesday)) });
    const gaveWay = arrive(promised, held({ callback: null, outbox: [item(1, 'removed')] }));
    expect(gaveWay.rewrite).toMatchObject({ callback: { promise: { from: wednesday } }, done: [1] });
    const forgotten = arrive(promised, held({ callback: null, outbox: [item(1, 'forgotten')] }));
    expect(forgotten.rewrite?.callback).toBeNull();
  });
});

describe('what is not taken', () => {
  test.each(['malformed', 'oversize'] as const)('%s is healed with what was there', (ignored) => {
    const result = arrive({ ignored }, held());
    expect(result).toMatchObject({ ignored, heal: true, rewrite: { synced: { revision: 6, n: 3 } } });
    expect(result.rewrite).not.toHaveProperty('callback');
  });

  test.each(['foreign key', 'newer'] as const)('%s is left alone until it can be read', (ignored) => {
    const result = arrive({ ignored }, held());
    expect(result).toMatchObject({
      ignored,
      heal: false,
      rewrite: { synced: { revision: 5, unreadable: true } },
    });
    expect(arrive(value(), held({ synced: synced({ unreadable: true }) })).rewrite?.synced?.unreadable).toBe(
      false,
    );
  });

  test('an old value put back again', () => {
    const result = arrive(value({ n: 2, applied: { other: 8 } }), held());
    expect(result).toMatchObject({ ignored: 'replayed', heal: true });
  });

  test('but what somebody built on such a one is kept, with all attempts', () => {
    const called = (by: string, number: number) =>
      finishAttempt(
        base,
        null,
        { outcome: 'no answer' },
        actAt(wednesday, by, () => idAt(number++)),
      );
    const ours = called('Sam', 100);
    const theirs = called('New', 200);
    const result = arrive(
      value({ n: 2, applied: { newcomer: 1 }, callback: theirs }),
      held({ callback: ours }),
    );
    expect(result).toMatchObject({ ignored: null, heal: true });
    expect(result.rewrite?.callback?.attempts).toHaveLength(2);
  });
});

test('who was quicker is told', () => {
  const [chris, dana] = [
    { id: 'c', name: 'Chris' },
    { id: 'd', name: 'Dana' },
  ];
  const free = { ...base, owner: null };
  const mine = editCallback(free, { owner: dana }, actAt(wednesday));
  const from = held({ callback: mine, outbox: [change(1, free, mine)] });
  expect(arrive(value({ callback: { ...free, owner: chris } }), from)).toMatchObject({
    lostTo: chris,
    rewrite: { callback: { owner: chris } },
  });
});
