/**
 * Copies of a whole database, whatever its version: raw IndexedDB, because Dexie would migrate what it opens.
 * A copy holds names and numbers as the database does; it is erased with it and after two weeks.
 */
const keptFor = 14 * 24 * 3_600_000;
/** Dexie keeps version 2 as 20. */
const nativeFactor = 10;

/** Version of a database as its schema counts it; null where it does not exist. */
export async function storedVersion(name: string): Promise<number | null> {
  const known = (await indexedDB.databases()).find((database) => database.name === name);
  return known?.version === undefined ? null : Math.trunc(known.version / nativeFactor);
}

/** The name of the copy made before the migration to `version`. @param now epoch ms */
export function copyName(name: string, version: number, now: number): string {
  return `${name}-before-v${version}-${new Date(now).toISOString().slice(0, 10)}`;
}

/** The copies there are of a database, each with the version it was made before; the newest last. */
export async function copiesOf(name: string): Promise<{ name: string; version: number; madeAt: number }[]> {
  const pattern = new RegExp(
    `^${name.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}-before-v(\\d+)-(\\d{4}-\\d\\d-\\d\\d)$`,
  );
  const copies = (await indexedDB.databases()).flatMap((database) => {
    const [, version, date] = pattern.exec(database.name ?? '') ?? [];
    return database.name && date
      ? [{ name: database.name, version: Number(version), madeAt: Date.parse(date) }]
      : [];
  });
  return copies.sort((a, b) => a.madeAt - b.madeAt || (a.name < b.name ? -1 : 1));
}

/** Removes copies that have served: all but `keep`, and those past their time. */
export async function dropCopies(name: string, keep: string | null, now = Date.now()): Promise<void> {
  for (const copy of await copiesOf(name)) {
    if (copy.name !== keep || now - copy.madeAt > keptFor) await deleteDatabase(copy.name);
  }
}

/** Copies a database with its stores, indexes and rows. The copy exists whole or not at all. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = await openRaw(from);
  try {
    const names = [...source.objectStoreNames];
    // One transaction over all stores: nothing of it is older than the rest.
    const transaction = names.length > 0 ? source.transaction(names, 'readonly') : null;
    const stores = await Promise.all(
      names.map(async (name) => {
        const store = (transaction as IDBTransaction).objectStore(name);
        const indexes = [...store.indexNames].map((index) => store.index(index));
        return {
          name,
          options: { keyPath: store.keyPath, autoIncrement: store.autoIncrement },
          indexes: indexes.map(({ name: index, keyPath, unique, multiEntry }) => ({
            index,
            keyPath,
            unique,
            multiEntry,
          })),
          rows: await answer<unknown[]>(store.getAll()),
        };
      }),
    );
    await deleteDatabase(to);
    const copy = await openRaw(to, source.version, (target) => {
      for (const { name, options, indexes, rows } of stores) {
        const store = target.createObjectStore(name, options);
        for (const { index, keyPath, unique, multiEntry } of indexes) {
          store.createIndex(index, keyPath, { unique, multiEntry });
        }
        for (const row of rows) store.put(row);
      }
    });
    copy.close();
  } finally {
    source.close();
  }
}

/** How many rows each store holds, for telling whether a database is still what its copy is. */
export async function countRows(name: string): Promise<Record<string, number>> {
  const database = await openRaw(name);
  try {
    const names = [...database.objectStoreNames];
    if (names.length === 0) return {};
    const transaction = database.transaction(names, 'readonly');
    const counts = names.map(
      async (store) => [store, await answer<number>(transaction.objectStore(store).count())] as const,
    );
    return Object.fromEntries(await Promise.all(counts));
  } finally {
    database.close();
  }
}

/** All rows of one store, whatever the version of the database. */
export async function rawRows(name: string, store: string): Promise<unknown[]> {
  const database = await openRaw(name);
  try {
    if (!database.objectStoreNames.contains(store)) return [];
    return await answer<unknown[]>(database.transaction(store, 'readonly').objectStore(store).getAll());
  } finally {
    database.close();
  }
}

export async function deleteDatabase(name: string): Promise<void> {
  await answer(indexedDB.deleteDatabase(name));
}

async function openRaw(
  name: string,
  version?: number,
  create?: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  // The request itself says only that it was given up.
  let why: unknown = null;
  request.onupgradeneeded = () => {
    const transaction = request.transaction as IDBTransaction;
    transaction.onabort = () => {
      why ??= transaction.error;
    };
    try {
      create?.(request.result);
    } catch (error) {
      why = error;
      transaction.abort();
    }
  };
  const database = await answer(request).catch((error) => {
    throw why ?? error;
  });
  // Whoever deletes or migrates it need not wait for us.
  database.onversionchange = () => database.close();
  return database;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database did not answer.'));
  });
}
