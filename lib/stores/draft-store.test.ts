import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { aDatabase, fillDisk } from '../../tests/support/unit/database.ts';
import { countingIds, wednesday } from '../../tests/support/unit/entries.ts';
import type { Repositories } from '../db/open-database.ts';
import type { Captured } from '../domain/draft.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';

const ids = countingIds();
const here = { tabId: 7, recordKey: '' };

interface Setup {
  repositories?: Repositories;
  windowId?: number;
  openWindowIds?: number[];
  now?: () => number;
}

async function aDraft({
  repositories = aDatabase(),
  windowId = 1,
  openWindowIds = [windowId],
  now = () => wednesday,
}: Setup = {}): Promise<DraftStore & { repositories: Repositories }> {
  const store = await createDraftStore({
    repositories,
    windowId,
    openWindowIds,
    owner: () => 'Sam Agent',
    now,
    newId: ids,
  });
  onTestFinished(async () => {
    store.stop();
    await store.settled();
  });
  return { ...store, repositories };
}

function captured(who: 'ana' | 'bob', changes: Partial<Captured> = {}): Captured {
  const ana = who === 'ana';
  const url = `https://crm.example.com/contact/${ana ? 1 : 2}`;
  return {
    fields: {
      callerName: ana ? 'Ana Villaseñor' : 'Bob Lee',
      phone: ana ? '(415) 555-0132' : '(415) 555-0199',
      reference: '',
    },
    record: { tabId: 7, recordKey: url },
    source: { url, title: '', site: 'crm.example.com' },
    at: wednesday,
    ...changes,
  };
}

const fieldsOf = (store: DraftStore) => {
  const { callerName, phone, reason } = store.draft.value.fields;
  return [callerName, phone, reason];
};
const parkedNames = (store: DraftStore) => store.parked.value.map(({ fields }) => fields.callerName);

describe('typing', () => {
  test('is marked as typed, binds the draft to the tab beside it and notes when the call came', async () => {
    const store = await aDraft();
    store.type('callerName', 'Ana', here);
    store.type('callerName', 'Ana V', { tabId: 8, recordKey: '' });
    expect(store.draft.value).toMatchObject({
      typed: ['callerName'],
      record: here,
      happenedAt: wednesday,
      fields: { callerName: 'Ana V', owner: 'Sam Agent' },
    });
  });

  test('a time anew drops the one that was chosen with a click, and counts from now', async () => {
    let now = wednesday;
    const store = await aDraft({ now: () => now });
    store.choosePromise({ from: null, until: wednesday + 9 }, 'end of day', null);
    expect(store.draft.value).toMatchObject({
      chosenWindow: { until: wednesday + 9 },
      promiseSaidAt: wednesday,
    });
    now += 60_000;
    store.type('reason', 'boiler', null);
    expect(store.draft.value.chosenWindow).not.toBeNull();
    store.type('promisedTime', 'in 20 min', null);
    expect(store.draft.value).toMatchObject({ chosenWindow: null, promiseSaidAt: now });
  });

  test('more than an entry holds is cut', async () => {
    const store = await aDraft();
    store.type('reason', 'x'.repeat(1_000_000), null);
    expect(store.draft.value.fields.reason).toHaveLength(2_000);
  });

  test('is not what put does: a capture may still fill the field', async () => {
    const store = await aDraft();
    store.put('phone', '(415) 555-0132');
    expect(store.draft.value.typed).toEqual([]);
  });
});

describe('a capture', () => {
  test('fills an empty form', async () => {
    const store = await aDraft();
    store.fill(captured('ana'));
    expect(fieldsOf(store)).toEqual(['Ana Villaseñor', '(415) 555-0132', '']);
    expect(store.parked.value).toEqual([]);
  });

  test('of the record begun by hand keeps what was typed and fills the rest', async () => {
    const store = await aDraft();
    store.type('callerName', 'Mrs V', here);
    store.type('reason', 'boiler', here);
    store.fill(captured('ana'));
    expect(fieldsOf(store)).toEqual(['Mrs V', '(415) 555-0132', 'boiler']);
  });

  test.each<[string, Partial<Captured>]>([
    ['in the same tab', {}],
    ['in another tab', { record: { tabId: 8, recordKey: 'https://crm.example.com/contact/2' } }],
  ])('of another record %s parks what was there', async (_, changes) => {
    const store = await aDraft();
    store.fill(captured('ana'));
    store.type('reason', 'boiler', null);
    store.fill(captured('bob', changes));
    expect(fieldsOf(store)).toEqual(['Bob Lee', '(415) 555-0199', '']);
    expect(store.draft.value.fields.owner).toBe('Sam Agent');
    expect(parkedNames(store)).toEqual(['Ana Villaseñor']);
  });

  test('of a parked record takes its draft up again, with everything that was typed', async () => {
    const store = await aDraft();
    store.fill(captured('ana'));
    store.type('reason', 'boiler', null);
    store.fill(captured('bob'));
    store.fill(captured('ana'));
    expect(fieldsOf(store)).toEqual(['Ana Villaseñor', '(415) 555-0132', 'boiler']);
    expect(parkedNames(store)).toEqual(['Bob Lee']);
  });
});

describe('a tab that goes to another page', () => {
  test('takes no draft begun there by hand along', async () => {
    const store = await aDraft();
    store.type('callerName', 'Ana', here);
    store.leftPage(8);
    expect(store.draft.value.record).toEqual(here);
    store.leftPage(7);
    store.fill(captured('bob'));
    expect(fieldsOf(store)).toEqual(['Bob Lee', '(415) 555-0199', '']);
    expect(parkedNames(store)).toEqual(['Ana']);
  });

  test('leaves a captured draft its record', async () => {
    const store = await aDraft();
    store.fill(captured('ana'));
    store.leftPage(7);
    expect(store.draft.value.record).toEqual(captured('ana').record);
  });

  test('lets no parked draft of the page before meet the caller of the next', async () => {
    const store = await aDraft();
    store.type('callerName', 'Ana', here);
    store.fill(captured('bob', { record: { tabId: 8, recordKey: 'https://crm.example.com/contact/2' } }));
    store.leftPage(7);
    const third = { tabId: 7, recordKey: 'https://crm.example.com/contact/3' };
    store.fill(captured('bob', { record: third, fields: { callerName: 'Cy', phone: '1', reference: '' } }));
    expect(fieldsOf(store)).toEqual(['Cy', '1', '']);
    expect(parkedNames(store).sort()).toEqual(['Ana', 'Bob Lee']);
  });
});

describe('clearing', () => {
  test('empties the form, and undo puts everything back', async () => {
    const store = await aDraft();
    store.fill(captured('ana'));
    store.type('reason', 'boiler', null);
    const before = store.draft.value;
    const undo = store.clear();
    expect(fieldsOf(store)).toEqual(['', '', '']);
    await store.settled();
    expect(await store.repositories.drafts.all()).toEqual([]);
    undo();
    expect(store.draft.value).toEqual(before);
    await store.settled();
    expect(await store.repositories.drafts.all()).toEqual([before]);
  });

  test('undone after more was typed parks the newer', async () => {
    const store = await aDraft();
    store.type('callerName', 'Ana', null);
    const undo = store.clear();
    store.type('callerName', 'Bob', null);
    undo();
    expect(fieldsOf(store)[0]).toBe('Ana');
    expect(parkedNames(store)).toEqual(['Bob']);
    undo();
    expect(parkedNames(store)).toEqual(['Bob']);
  });
});

describe('parked drafts', () => {
  async function twoDrafts() {
    const store = await aDraft();
    store.fill(captured('ana'));
    store.fill(captured('bob'));
    return store;
  }
  const parkedId = (store: DraftStore) => store.parked.value[0]?.id ?? '';

  test('change places with what is in the form', async () => {
    const store = await twoDrafts();
    store.resume(parkedId(store));
    expect(fieldsOf(store)[0]).toBe('Ana Villaseñor');
    expect(store.draft.value.parked).toBe(false);
    expect(parkedNames(store)).toEqual(['Bob Lee']);
  });

  test('taken up from an empty form leave nothing behind', async () => {
    const store = await twoDrafts();
    store.clear();
    store.resume(parkedId(store));
    await store.settled();
    expect(await store.repositories.drafts.all()).toMatchObject([
      { fields: { callerName: 'Ana Villaseñor' } },
    ]);
    expect(store.parked.value).toEqual([]);
  });

  test('are discarded and put back', async () => {
    const store = await twoDrafts();
    const undo = store.discard(parkedId(store));
    expect(store.parked.value).toEqual([]);
    await store.settled();
    expect(await store.repositories.drafts.all()).toHaveLength(1);
    undo();
    expect(parkedNames(store)).toEqual(['Ana Villaseñor']);
    await store.settled();
    expect(await store.repositories.drafts.all()).toHaveLength(2);
  });

  test('that are gone are no error', async () => {
    const store = await twoDrafts();
    store.resume('gone');
    store.discard('gone')();
    expect(fieldsOf(store)[0]).toBe('Bob Lee');
    expect(parkedNames(store)).toEqual(['Ana Villaseñor']);
  });
});

describe('what is stored', () => {
  test('is the last state, however fast the keys', async () => {
    const store = await aDraft();
    const text = 'the boiler makes a noise';
    for (let end = 1; end <= text.length; end++) store.type('reason', text.slice(0, end), null);
    await store.settled();
    expect(await store.repositories.drafts.all()).toMatchObject([{ fields: { reason: text } }]);
  });

  test('never comes back after a clear that overtook it', async () => {
    const store = await aDraft();
    store.type('callerName', 'Ana', null);
    store.clear();
    await store.settled();
    expect(await store.repositories.drafts.all()).toEqual([]);
  });

  test('goes on being written after the disk was full', async () => {
    const store = await aDraft();
    const emptyDisk = fillDisk('drafts', 'put');
    store.type('callerName', 'Ana', null);
    await store.settled().catch(() => {});
    emptyDisk();
    store.type('reason', 'boiler', null);
    await store.settled();
    expect(fieldsOf(store)).toEqual(['Ana', '', 'boiler']);
    expect(await store.repositories.drafts.all()).toMatchObject([
      { fields: { callerName: 'Ana', reason: 'boiler' } },
    ]);
  });
});

describe('opened again', () => {
  test('in the same window, the form is as it was left and the parked wait', async () => {
    const first = await aDraft();
    first.fill(captured('ana'));
    first.fill(captured('bob'));
    await first.settled();
    first.stop();
    const second = await aDraft({ repositories: first.repositories });
    expect(second.draft.value).toEqual(first.draft.value);
    await vi.waitFor(() => expect(parkedNames(second)).toEqual(['Ana Villaseñor']));
  });

  test('after a restart, under another window id', async () => {
    const first = await aDraft({ windowId: 1 });
    first.fill(captured('ana'));
    await first.settled();
    first.stop();
    const second = await aDraft({ repositories: first.repositories, windowId: 900 });
    expect(second.draft.value).toEqual({ ...first.draft.value, windowId: 900 });
  });

  test('after a restart, one window alone takes a draft up', async () => {
    const first = await aDraft({ windowId: 1 });
    first.fill(captured('ana'));
    await first.settled();
    first.stop();
    const openWindowIds = [900, 901];
    const second = await aDraft({ repositories: first.repositories, windowId: 900, openWindowIds });
    await second.settled();
    const third = await aDraft({ repositories: first.repositories, windowId: 901, openWindowIds });
    expect(fieldsOf(second)[0]).toBe('Ana Villaseñor');
    expect(fieldsOf(third)[0]).toBe('');
  });

  test('two windows never write into one draft', async () => {
    const repositories = aDatabase();
    const openWindowIds = [1, 2];
    const one = await aDraft({ repositories, windowId: 1, openWindowIds });
    one.type('callerName', 'Ana', null);
    await one.settled();
    const two = await aDraft({ repositories, windowId: 2, openWindowIds });
    expect(fieldsOf(two)[0]).toBe('');
    two.type('callerName', 'Bob', null);
    await two.settled();
    expect(await repositories.drafts.all()).toHaveLength(2);
    expect(one.parked.value).toEqual([]);
    expect(two.parked.value).toEqual([]);
  });

  test('what a window opened later is writing is nobody else’s to take', async () => {
    const repositories = aDatabase();
    const one = await aDraft({ repositories, windowId: 1, openWindowIds: [1] });
    const later = await aDraft({ repositories, windowId: 2, openWindowIds: [1, 2] });
    later.type('callerName', 'Bob', null);
    later.fill(captured('ana'));
    await vi.waitFor(() => expect(parkedNames(one)).toEqual(['Bob']));
  });
});

test('a draft whose caller is forgotten leaves the form of its window, and comes back beside it', async () => {
  const repositories = aDatabase();
  const store = await aDraft({ repositories });
  store.type('callerName', 'Dana Lee', null);
  store.type('reason', 'half a rea', null);
  await store.settled();
  const dana = { name: 'Dana Lee', phones: [] };
  const found = await repositories.privacy.traces(dana);
  const forgotten = await repositories.privacy.forget(found, dana, wednesday);
  await vi.waitFor(() => expect(fieldsOf(store)).toEqual(['', '', '']));
  store.type('reason', 'next', null);
  await store.settled();
  expect(JSON.stringify(await repositories.drafts.all())).not.toContain('Dana');
  await repositories.privacy.bringBack(forgotten, ids);
  await vi.waitFor(() => expect(parkedNames(store)).toEqual(['Dana Lee']));
});

test('a capture made before the panel opened is kept, though an emptier state of the draft is the later one', async () => {
  const store = await aDraft({ now: () => wednesday + 5_000 });
  store.put('owner', 'Priya');
  await store.settled();
  store.fill(captured('ana'));
  await store.settled();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(fieldsOf(store)[0]).toBe('Ana Villaseñor');
});
