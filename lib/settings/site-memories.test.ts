import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../capture/site-memory.ts';
import { createRowCipher, type RowCipher } from '../lock/row-cipher.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createSiteMemories } from './site-memories.ts';

const key = createRowCipher(new Uint8Array(32).fill(7));
const memory = { ...emptyMemory('salt'), records: 3, seen: { hash: 2 } };

async function some() {
  const area = createMemoryStorage({ settings: { yourName: 'Sam' } });
  let cipher: RowCipher | null = null;
  const memories = createSiteMemories(
    area,
    () => 'new salt',
    () => cipher,
  );
  await memories.save('crm.example.com', memory);
  const use = (next: RowCipher | null) => {
    cipher = next;
  };
  const onDisk = async () => JSON.stringify(await area.getAll());
  return { area, memories, use, onDisk };
}

test('sealed, neither the site nor what is remembered of it can be read, and it goes on learning', async () => {
  const { memories, use, onDisk } = await some();
  use(key);
  await memories.seal();
  expect(await onDisk()).not.toMatch(/example|hash|salt/);
  expect(await onDisk()).toContain('Sam');
  expect(await memories.load('crm.example.com')).toEqual(memory);
  await memories.save('crm.example.com', { ...memory, records: 4 });
  await memories.save('other.example.org', memory);
  expect(await memories.list()).toEqual([
    { site: 'crm.example.com', records: 4, corrections: 0 },
    { site: 'other.example.org', records: 3, corrections: 0 },
  ]);
  await memories.erase('other.example.org');
  expect(await memories.list()).toHaveLength(1);
  expect(await onDisk()).not.toContain('example');
});

test('opened again, it is as it was', async () => {
  const { memories, use, onDisk } = await some();
  const before = await onDisk();
  use(key);
  await memories.seal();
  await memories.open();
  use(null);
  expect(await onDisk()).toBe(before);
});

test('without the key, or with another, there is nothing to see', async () => {
  const { memories, use } = await some();
  use(key);
  await memories.seal();
  for (const other of [null, createRowCipher(new Uint8Array(32))]) {
    use(other);
    expect(await memories.list()).toEqual([]);
    expect(await memories.load('crm.example.com')).toEqual(emptyMemory('new salt'));
  }
});

describe('what is from before callers were told apart', () => {
  const hints = [{ field: 'phone', label: 'Mobile', place: 'main>dl>dd' }];
  const older = { salt: 's', records: 5, seen: { hash: 5 }, hints };
  const stored = () => createMemoryStorage({ 'site-memory:crm.example.com': older, settings: {} });

  test('is dropped when it is read', async () => {
    const area = stored();
    const memories = createSiteMemories(area, () => 'new salt');
    expect(await memories.load('crm.example.com')).toEqual(emptyMemory('new salt'));
    expect(await area.getAll()).toEqual({ settings: {} });
  });

  test('is dropped when sites are listed, and its site is none of them', async () => {
    const area = stored();
    expect(await createSiteMemories(area, () => 'new salt').list()).toEqual([]);
    expect(await area.getAll()).toEqual({ settings: {} });
  });

  test('is dropped under a passcode, too; what cannot be opened stays', async () => {
    const area = stored();
    await createSiteMemories(
      area,
      () => 'new salt',
      () => key,
    ).seal();
    const locked = createSiteMemories(area, () => 'new salt');
    expect(await locked.list()).toEqual([]);
    expect(Object.keys(await area.getAll())).toHaveLength(2);
    const memories = createSiteMemories(
      area,
      () => 'new salt',
      () => key,
    );
    expect(await memories.list()).toEqual([]);
    expect(await area.getAll()).toEqual({ settings: {} });
  });
});

test('what is no memory at all, as a newer Ringback may have left it, is not listed, and stays', async () => {
  const newer = { salt: 's', places: [] };
  const area = createMemoryStorage({ 'site-memory:crm.example.com': newer });
  const memories = createSiteMemories(area, () => 'new salt');
  expect(await memories.list()).toEqual([]);
  expect(await memories.load('crm.example.com')).toEqual(emptyMemory('new salt'));
  expect(await area.get('site-memory:crm.example.com')).toEqual(newer);
});
