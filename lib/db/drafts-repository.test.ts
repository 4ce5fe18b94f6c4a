import { expect, test } from 'vitest';
import { aDatabase, fillDisk } from '../../tests/support/unit/database.ts';
import { newDraft } from '../domain/draft.ts';

const draft = (id: string, updatedAt: number) => newDraft(id, '', 1, updatedAt);

test('come newest first', async () => {
  const { drafts } = aDatabase();
  await drafts.put(draft('b', 2), draft('a', 3), draft('c', 1));
  expect((await drafts.all()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a draft put again takes the place of its former state', async () => {
  const { drafts } = aDatabase();
  await drafts.put(draft('a', 1));
  await drafts.put(draft('a', 2));
  expect(await drafts.all()).toEqual([draft('a', 2)]);
});

test('several are put whole or not at all', async () => {
  const { drafts } = aDatabase();
  await drafts.put(draft('a', 1));
  const emptyDisk = fillDisk('drafts', 'put');
  await expect(drafts.put(draft('a', 9), draft('b', 9))).rejects.toThrow();
  emptyDisk();
  expect(await drafts.all()).toEqual([draft('a', 1)]);
});

test('removing one leaves the others, and one that is gone is no error', async () => {
  const { drafts } = aDatabase();
  await drafts.put(draft('a', 1), draft('b', 2));
  await drafts.remove('a');
  await drafts.remove('a');
  expect((await drafts.all()).map(({ id }) => id)).toEqual(['b']);
});
