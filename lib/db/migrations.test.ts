import { describe, expect, test } from 'vitest';
import { aDatabase, databaseName } from '../../tests/support/unit/database.ts';
import { idAt } from '../../tests/support/unit/entries.ts';
import { CallbackSchema } from '../domain/callback.ts';
import type { Draft } from '../domain/draft.ts';
import { RingbackDatabase, versions } from './schema.ts';

/**
 * What installs hold, as each version wrote it: literal rows, so that a change of today's types cannot change
 * them. A version that stores something new adds its line here; every version is opened with the newest one.
 */
const written: { version: number; rows: Record<string, object[]> }[] = [
  {
    version: 1,
    rows: {
      callbacks: [
        {
          id: idAt(1),
          callerName: 'Ana Villaseñor',
          phone: { e164: '+14155550132', asShown: '(415) 555-0132', extension: '9' },
          alternatePhones: [{ e164: null, asShown: '555 01', extension: null }],
          reference: 'INV-1',
          reason: 'Boiler\nsecond line',
          reasonConfirmed: true,
          kind: 'promised',
          happenedAt: 1_773_235_800_000,
          promise: { from: null, until: 1_773_241_200_000, zone: 'Europe/Berlin', words: 'before 4' },
          owner: { id: 'sam', name: 'Sam' },
          status: 'waiting on internal answer',
          notes: 'gate code 12',
          source: { url: 'https://crm.example.com/1', title: 'Ana', site: 'crm.example.com' },
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_235_900_000,
          closedAt: null,
          attempts: [
            {
              id: idAt(7),
              at: 1_773_235_850_000,
              by: { id: 'sam', name: 'Sam' },
              outcome: 'no answer',
              number: '+14155550132',
              note: '',
              loggedAt: null,
            },
          ],
          history: [{ id: idAt(8), at: 1_773_235_800_000, by: 'Sam', what: 'created', from: null, to: null }],
          open: 1,
          closedKey: 0,
          phoneKeys: ['+14155550132'],
        },
        {
          id: idAt(2),
          callerName: '',
          phone: { e164: '+442079460018', asShown: '+44 20 7946 0018', extension: null },
          alternatePhones: [],
          reference: '',
          reason: 'Missed call',
          reasonConfirmed: false,
          kind: 'missed call',
          happenedAt: 1_773_235_800_000,
          promise: null,
          owner: null,
          status: 'completed',
          notes: '',
          source: null,
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_236_000_000,
          closedAt: 1_773_236_000_000,
          attempts: [],
          history: [],
          open: 0,
          closedKey: 1_773_236_000_000,
          phoneKeys: ['+442079460018'],
        },
      ],
      drafts: [
        {
          id: 'd1',
          fields: {
            callerName: 'Bo',
            phone: '555',
            reference: '',
            reason: 'half a rea',
            promisedTime: 'before 4',
            owner: 'Sam',
            status: 'needs call',
            kind: 'promised',
          },
          typed: ['callerName', 'phone', 'reason', 'promisedTime'],
          record: { tabId: 7, recordKey: 'https://crm.example.com/2' },
          source: null,
          chosenWindow: null,
          promiseSaidAt: 1_773_235_800_000,
          happenedAt: 1_773_235_800_000,
          parked: true,
          windowId: 3,
          updatedAt: 1_773_235_800_000,
        },
      ],
      announcements: [{ key: `${idAt(1)}|k|lead`, callbackId: idAt(1), at: 5 }],
      snoozes: [{ callbackId: idAt(1), until: 9 }],
      closedDays: [{ day: '2026-03-10', closedAt: 4, leftOpen: 2, leftOverdue: 1, completed: 3 }],
      reviewOffers: [{ day: '2026-03-10', at: 3 }],
    },
  },
  {
    version: 2,
    rows: {
      callbacks: [
        {
          id: idAt(1),
          callerName: 'Ana Villaseñor',
          phone: { e164: '+14155550132', asShown: '(415) 555-0132', extension: '9' },
          alternatePhones: [{ e164: null, asShown: '555 01', extension: null }],
          reference: 'INV-1',
          reason: 'Boiler\nsecond line',
          reasonConfirmed: true,
          kind: 'promised',
          happenedAt: 1_773_235_800_000,
          promise: { from: null, until: 1_773_241_200_000, zone: 'Europe/Berlin', words: 'before 4' },
          owner: { id: 'sam', name: 'Sam' },
          status: 'waiting on internal answer',
          notes: 'gate code 12',
          source: { url: 'https://crm.example.com/1', title: 'Ana', site: 'crm.example.com' },
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_235_900_000,
          closedAt: null,
          attempts: [
            {
              id: idAt(7),
              at: 1_773_235_850_000,
              by: { id: 'sam', name: 'Sam' },
              outcome: 'no answer',
              number: '+14155550132',
              note: '',
              loggedAt: null,
            },
          ],
          history: [{ id: idAt(8), at: 1_773_235_800_000, by: 'Sam', what: 'created', from: null, to: null }],
          open: 1,
          closedKey: 0,
          phoneKeys: ['+14155550132'],
          unlogged: 1,
          objective: 'Give a date',
          missing: 'the fitter’s diary',
          escalation: { reason: 'third call', at: 1_773_235_880_000, by: 'Sam' },
          calledAgain: 2,
          calledAgainAt: 1_773_235_880_000,
          voicemailHeard: true,
          bestTime: { from: '09:00', until: '11:00', zone: 'America/Los_Angeles' },
        },
        {
          id: idAt(2),
          callerName: '',
          phone: { e164: '+442079460018', asShown: '+44 20 7946 0018', extension: null },
          alternatePhones: [],
          reference: '',
          reason: 'Missed call',
          reasonConfirmed: false,
          kind: 'missed call',
          happenedAt: 1_773_235_800_000,
          promise: null,
          owner: null,
          status: 'completed',
          notes: '',
          source: null,
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_236_000_000,
          closedAt: 1_773_236_000_000,
          attempts: [],
          history: [],
          open: 0,
          closedKey: 1_773_236_000_000,
          phoneKeys: ['+442079460018'],
          unlogged: 0,
          objective: '',
          missing: '',
          escalation: null,
          calledAgain: 0,
          calledAgainAt: null,
          voicemailHeard: false,
          bestTime: null,
        },
      ],
      closedDays: [
        {
          day: '2026-03-10',
          closedAt: 4,
          leftOpen: 2,
          leftOverdue: 1,
          completed: 3,
          by: 'Sam',
          kept: 2,
          late: 2,
          carriedOver: 1,
          people: [{ name: 'Sam', kept: 2, late: 2, carriedOver: 1 }],
        },
      ],
    },
  },
  {
    version: 3,
    rows: {
      callbacks: [
        {
          id: idAt(1),
          callerName: 'Ana Villaseñor',
          phone: { e164: '+14155550132', asShown: '(415) 555-0132', extension: '9' },
          alternatePhones: [{ e164: null, asShown: '555 01', extension: null }],
          reference: 'INV-1',
          reason: 'Boiler\nsecond line',
          reasonConfirmed: true,
          kind: 'promised',
          happenedAt: 1_773_235_800_000,
          promise: { from: null, until: 1_773_241_200_000, zone: 'Europe/Berlin', words: 'before 4' },
          owner: { id: 'sam', name: 'Sam' },
          status: 'waiting on internal answer',
          notes: 'gate code 12',
          source: { url: 'https://crm.example.com/1', title: 'Ana', site: 'crm.example.com' },
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_235_900_000,
          closedAt: null,
          attempts: [
            {
              id: idAt(7),
              at: 1_773_235_850_000,
              by: { id: 'sam', name: 'Sam' },
              outcome: 'no answer',
              number: '+14155550132',
              note: '',
              loggedAt: null,
            },
          ],
          history: [{ id: idAt(8), at: 1_773_235_800_000, by: 'Sam', what: 'created', from: null, to: null }],
          open: 1,
          closedKey: 0,
          phoneKeys: ['+14155550132'],
          unlogged: 1,
          objective: 'Give a date',
          missing: 'the fitter’s diary',
          escalation: { reason: 'third call', at: 1_773_235_880_000, by: 'Sam' },
          calledAgain: 2,
          calledAgainAt: 1_773_235_880_000,
          voicemailHeard: true,
          bestTime: { from: '09:00', until: '11:00', zone: 'America/Los_Angeles' },
          anonymisedAt: null,
          anonymised: 0,
        },
        {
          id: idAt(2),
          callerName: '',
          phone: null,
          alternatePhones: [],
          reference: '',
          reason: '',
          reasonConfirmed: true,
          kind: 'missed call',
          happenedAt: 1_773_235_800_000,
          promise: null,
          owner: null,
          status: 'completed',
          notes: '',
          source: null,
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_236_000_000,
          closedAt: 1_773_236_000_000,
          attempts: [],
          history: [],
          open: 0,
          closedKey: 1_773_236_000_000,
          phoneKeys: [],
          unlogged: 0,
          objective: '',
          missing: '',
          escalation: null,
          calledAgain: 0,
          calledAgainAt: null,
          voicemailHeard: false,
          bestTime: null,
          anonymisedAt: 1_773_236_100_000,
          anonymised: 1,
        },
      ],
    },
  },
  {
    version: 4,
    rows: {
      team: [
        {
          id: 'team',
          teamId: 'acme',
          clientId: 'here',
          seq: 7,
          watched: { madeAt: '2026', revision: 9, at: 1 },
        },
      ],
      outbox: [{ seq: 7, callbackId: idAt(1), what: 'created', before: null, after: null }],
      synced: [
        {
          callbackId: idAt(2),
          revision: 9,
          n: 1,
          applied: { here: 6 },
          deleted: false,
          extra: '',
          unreadable: false,
        },
      ],
    },
  },
  {
    version: 7,
    rows: {
      callbacks: [
        {
          id: idAt(1),
          callerName: 'Ana Villaseñor',
          phone: { e164: '+14155550132', asShown: '(415) 555-0132', extension: '9' },
          alternatePhones: [{ e164: null, asShown: '555 01', extension: null }],
          reference: 'INV-1',
          reason: 'Boiler\nsecond line',
          reasonConfirmed: true,
          kind: 'promised',
          happenedAt: 1_773_235_800_000,
          promise: { from: null, until: 1_773_241_200_000, zone: 'Europe/Berlin', words: 'before 4' },
          owner: { id: 'sam', name: 'Sam' },
          status: 'waiting on internal answer',
          notes: 'gate code 12',
          source: { url: 'https://crm.example.com/1', title: 'Ana', site: 'crm.example.com' },
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_235_900_000,
          closedAt: null,
          attempts: [
            {
              id: idAt(7),
              at: 1_773_235_850_000,
              by: { id: 'sam', name: 'Sam' },
              outcome: 'no answer',
              number: '+14155550132',
              note: '',
              loggedAt: null,
            },
          ],
          history: [{ id: idAt(8), at: 1_773_235_800_000, by: 'Sam', what: 'created', from: null, to: null }],
          open: 1,
          phoneKeys: ['+14155550132'],
          unlogged: 1,
          objective: 'Give a date',
          missing: 'the fitter’s diary',
          escalation: { reason: 'third call', at: 1_773_235_880_000, by: 'Sam' },
          calledAgain: 2,
          calledAgainAt: 1_773_235_880_000,
          voicemailHeard: true,
          bestTime: { from: '09:00', until: '11:00', zone: 'America/Los_Angeles' },
          anonymisedAt: null,
        },
        {
          id: idAt(2),
          callerName: '',
          phone: null,
          alternatePhones: [],
          reference: '',
          reason: '',
          reasonConfirmed: true,
          kind: 'missed call',
          happenedAt: 1_773_235_800_000,
          promise: null,
          owner: null,
          status: 'completed',
          notes: '',
          source: null,
          createdAt: 1_773_235_800_000,
          updatedAt: 1_773_236_000_000,
          closedAt: 1_773_236_000_000,
          attempts: [],
          history: [],
          closedKey: 1_773_236_000_000,
          phoneKeys: [],
          objective: '',
          missing: '',
          escalation: null,
          calledAgain: 0,
          calledAgainAt: null,
          voicemailHeard: false,
          bestTime: null,
          anonymisedAt: 1_773_236_100_000,
        },
      ],
      synced: [],
      // Where this id is looked for: which part an entry is in never changes.
      syncedParts: [{ part: 45, text: `["${idAt(2)}",9,1,{"here":6}]` }],
    },
  },
];

/** The stores of every released version, literally: a released version is never edited. */
const released = [
  {
    version: 1,
    stores: {
      callbacks: 'id, open, closedKey, *phoneKeys',
      drafts: 'id',
      announcements: 'key, callbackId',
      snoozes: 'callbackId',
      closedDays: 'day',
      reviewOffers: 'day',
    },
  },
  { version: 2, stores: { callbacks: 'id, open, closedKey, *phoneKeys, unlogged' } },
  {
    version: 3,
    stores: { callbacks: 'id, open, closedKey, *phoneKeys, unlogged, [anonymised+closedKey]' },
  },
  { version: 4, stores: { outbox: 'seq, callbackId', synced: 'callbackId', team: 'id' } },
  { version: 5, stores: { lock: 'id' } },
  { version: 6, stores: { sealedIndex: 'part' } },
  { version: 7, stores: { syncedParts: 'part' } },
  { version: 8, stores: {} },
];

/** What an install at `version` holds: each table as the last version that changed it wrote it. */
function rowsAt(version: number): Record<string, object[]> {
  return Object.assign({}, ...written.filter((part) => part.version <= version).map(({ rows }) => rows));
}

async function writeAs(version: number, name: string): Promise<void> {
  const db = new RingbackDatabase(name, version);
  for (const [table, rows] of Object.entries(rowsAt(version))) await db.table(table).bulkAdd(rows);
  db.close();
}

describe.each(versions.map(({ version }) => version))(
  'data of version %i, opened with the newest',
  (version) => {
    const { callbacks = [], drafts = [], snoozes, announcements, closedDays, reviewOffers } = rowsAt(version);

    test('has every callback whole and as today’s rules want it', async () => {
      const name = databaseName();
      await writeAs(version, name);
      const repository = aDatabase(name).callbacks;
      for (const row of callbacks) {
        const expected = CallbackSchema.parse(row);
        expect(await repository.get(expected.id)).toEqual(expected);
      }
    });

    test('finds callbacks through every index', async () => {
      const name = databaseName();
      await writeAs(version, name);
      const repository = aDatabase(name).callbacks;
      expect((await repository.open()).map(({ id }) => id)).toEqual([idAt(1)]);
      expect((await repository.closed(9)).map(({ id }) => id)).toEqual([idAt(2)]);
      expect((await repository.withPhone('+14155550132')).map(({ id }) => id)).toEqual([idAt(1)]);
      expect((await repository.closedSince(1_773_236_000_000)).map(({ id }) => id)).toEqual([idAt(2)]);
      expect((await repository.unlogged()).map(({ id }) => id)).toEqual([idAt(1)]);
    });

    test('has its drafts with all that was typed', async () => {
      const name = databaseName();
      await writeAs(version, name);
      expect(await aDatabase(name).drafts.all()).toMatchObject(drafts as Draft[]);
    });

    test('remembers what was announced, snoozed, offered and closed', async () => {
      const name = databaseName();
      await writeAs(version, name);
      const { reminders } = aDatabase(name);
      expect(await reminders.announced([idAt(1)])).toMatchObject(announcements ?? []);
      expect(await reminders.snoozes()).toMatchObject(snoozes ?? []);
      expect(await reminders.closedDays(9)).toMatchObject(closedDays ?? []);
      expect([await reminders.reviewOffer('2026-03-10')]).toMatchObject(reviewOffers ?? []);
    });

    test('knows its team, what waits for it and what it has; before version 4 there is none', async () => {
      const name = databaseName();
      await writeAs(version, name);
      const { team, callbacks } = aDatabase(name);
      const { team: teams = [null], outbox = [] } = rowsAt(version);
      expect([await team.state()]).toEqual(teams);
      expect((await team.held(idAt(1))).outbox).toEqual(outbox);
      const known = {
        callbackId: idAt(2),
        revision: 9,
        n: 1,
        applied: { here: 6 },
        deleted: false,
        extra: '',
        unreadable: false,
      };
      const acknowledged = version >= 4 ? [known] : [];
      expect(await team.acknowledged()).toEqual(acknowledged);
      expect((await team.held(idAt(2))).synced).toEqual(acknowledged[0] ?? null);
      await callbacks.update(idAt(1), (stored) => ({ ...stored, notes: 'edited' }));
      expect((await team.held(idAt(1))).outbox).toHaveLength(outbox.length * 2);
    });

    test('can be edited, and edited again after it was opened once more', async () => {
      const name = databaseName();
      await writeAs(version, name);
      const first = aDatabase(name);
      await first.callbacks.update(idAt(1), (stored) => ({ ...stored, notes: 'edited' }));
      first.close();
      expect(await aDatabase(name).callbacks.get(idAt(1))).toMatchObject({
        notes: 'edited',
        reference: 'INV-1',
      });
    });
  },
);

test('the record of a day closed before it told more says nothing of the rest', async () => {
  const name = databaseName();
  await writeAs(1, name);
  expect(await aDatabase(name).reminders.closedDay('2026-03-10')).toMatchObject({
    by: null,
    kept: 0,
    late: 0,
    carriedOver: 0,
    people: [],
    completed: 3,
  });
});

test('what was announced of entries deleted long ago goes with version 3', async () => {
  const name = databaseName();
  await writeAs(2, name);
  const db = new RingbackDatabase(name, 2);
  await db.announcements.add({ key: `${idAt(99)}|k|lead`, callbackId: idAt(99), at: 5 });
  db.close();
  const { reminders } = aDatabase(name);
  expect(await reminders.announced([idAt(99)])).toEqual([]);
  expect(await reminders.announced([idAt(1)])).toHaveLength(1);
});

test('no released version was edited, and versions only go up', () => {
  expect(versions.slice(0, released.length)).toMatchObject(released);
  const numbers = versions.map(({ version }) => version);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(numbers.length);
});
