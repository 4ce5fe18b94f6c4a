import {
  type DBCore,
  type DBCoreCursor,
  type DBCoreIndex,
  type DBCoreKeyRange,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from 'dexie';
import type { Keyring } from '../lock/keyring.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import { sealingOf } from './sealed-tables.ts';

/** The table of the passcode lock, and the key of its one row. */
export const lockTable = 'lock';
export const lockRow = 'lock';

/** What is stored cannot be read, or nothing may be written: a passcode is set and has not been given. */
export class LockedError extends Error {
  override readonly name = 'LockedError';

  constructor() {
    super('Ringback is locked.');
  }
}

/** Where a row is sealed for: in no other table and under no other key does it open. */
export function sealedPlace(table: string, key: unknown): string {
  return `${table}|${JSON.stringify(key)}`;
}

type Row = Record<string, unknown>;

/**
 * The lowest layer over IndexedDB: with a passcode set, rows are sealed on their way in and opened on their way
 * out, whichever repository they come from. Whether one is set is read in the very transaction that writes, so
 * that no window that has not heard of it can leave a readable row behind.
 *
 * Migrations see rows as they are stored, sealed ones sealed: what one adds stands in the clear beside them.
 */
export function sealingMiddleware(keys: Keyring): Middleware<DBCore> {
  return { stack: 'dbcore', name: 'sealing', level: -2, create: (down) => seal(down, keys) };
}

function seal(down: DBCore, keys: Keyring): DBCore {
  // A database of an older version has no such table yet.
  const locks = down.schema.tables.some(({ name }) => name === lockTable) ? down.table(lockTable) : null;
  if (!locks) return down;
  const lockIn = createLockReader(locks);
  return {
    ...down,
    transaction(stores, mode, options) {
      const fenced = mode === 'readwrite' && stores.some((store) => sealingOf(store) !== null);
      const all = fenced && !stores.includes(lockTable) ? [...stores, lockTable] : stores;
      return down.transaction(all, mode, options);
    },
    table(name) {
      const table = down.table(name);
      if (name === lockTable) return lockIn.watching(table);
      return sealingOf(name) ? sealTable(table, keys, lockIn.read) : table;
    },
  };
}

type MaybeLocked = (trans: DBCoreTransaction) => Promise<string | null>;

type Storing = Extract<DBCoreMutateRequest, { type: 'add' | 'put' }>;
const stores = (request: DBCoreMutateRequest): request is Storing =>
  (request.type === 'add' || request.type === 'put') && request.values.length > 0;

/** In a browser it is the browser's own. */
const isMigration = (trans: DBCoreTransaction) =>
  (trans as unknown as IDBTransaction).mode === 'versionchange';

/** Reads which key the database is locked with, once a transaction; null where it is not. */
function createLockReader(locks: DBCoreTable): {
  read: MaybeLocked;
  watching(table: DBCoreTable): DBCoreTable;
} {
  const known = new WeakMap<object, string | null>();
  return {
    read(trans) {
      const read = known.get(trans);
      // Dexie's promise: the browser's own would lose Dexie the transaction it is in.
      if (read !== undefined) return Dexie.Promise.resolve(read) as unknown as Promise<string | null>;
      return locks.get({ trans, key: lockRow }).then((row: Row | undefined) => {
        const keyId = typeof row?.keyId === 'string' ? row.keyId : null;
        known.set(trans, keyId);
        return keyId;
      });
    },
    watching: (table) => ({
      ...table,
      mutate(request) {
        known.delete(request.trans);
        return table.mutate(request);
      },
    }),
  };
}

function sealTable(table: DBCoreTable, keys: Keyring, lockIn: MaybeLocked): DBCoreTable {
  const { name, schema } = table;
  const { clear, tagged = [], upToDate } = sealingOf(name) ?? {};
  const keyOf = schema.primaryKey.extractKey as (row: Row) => unknown;
  const indexed = schema.indexes.flatMap(({ keyPath }) => keyPath ?? []);
  const placeOf = (row: Row) => sealedPlace(name, keyOf(row));

  function closed(row: Row, cipher: RowCipher): Row {
    const open = [schema.primaryKey.keyPath ?? [], ...indexed].flat();
    const kept = Object.fromEntries(open.filter((path) => path in row).map((path) => [path, row[path]]));
    for (const path of tagged) kept[path] = [row[path]].flat().map((text) => cipher.tag(String(text)));
    const beside = clear ? { clear: clear(row) } : {};
    return { ...kept, ...beside, sealed: cipher.seal(placeOf(row), row) };
  }
  function opened(row: Row | undefined): Row | undefined {
    if (row?.sealed === undefined) return row;
    const cipher = keys.cipher();
    if (!cipher) throw new LockedError();
    // What a migration added to a sealed row stands beside it.
    const { sealed, clear: _clear, ...beside } = row;
    const content = { ...beside, ...(cipher.open(placeOf(row), sealed) as Row) };
    return upToDate ? upToDate(content) : content;
  }
  const look = (index: DBCoreIndex, range: DBCoreKeyRange): DBCoreKeyRange => {
    const cipher = keys.cipher();
    if (!cipher || !tagged.includes(index.name ?? '')) return range;
    const tag = (bound: unknown) => (typeof bound === 'string' ? cipher.tag(bound) : bound);
    return { ...range, lower: tag(range.lower), upper: tag(range.upper) };
  };
  const lookUp = <R extends { query: { index: DBCoreIndex; range: DBCoreKeyRange } }>(request: R): R => ({
    ...request,
    query: { ...request.query, range: look(request.query.index, request.query.range) },
  });

  function sealed(request: Storing, keyId: string | null): Storing {
    if (keyId === null) return request;
    const cipher = keys.cipher();
    if (cipher?.keyId !== keyId) throw new LockedError();
    return { ...request, values: request.values.map((row) => closed(row, cipher)) };
  }

  return {
    ...table,
    get: (request) => table.get(request).then((row: Row) => (isMigration(request.trans) ? row : opened(row))),
    getMany: (request) =>
      table.getMany(request).then((rows: Row[]) => (isMigration(request.trans) ? rows : rows.map(opened))),
    query: (request) =>
      table.query(lookUp(request)).then((response) => {
        const asStored = !request.values || isMigration(request.trans);
        return asStored ? response : { ...response, result: response.result.map(opened) };
      }),
    count: (request) => table.count(lookUp(request)),
    openCursor: (request) =>
      table.openCursor(lookUp(request)).then((cursor) => {
        const asStored = !request.values || isMigration(request.trans);
        return cursor && !asStored ? openedCursor(cursor, opened) : cursor;
      }),
    mutate: (request) =>
      isMigration(request.trans) || !stores(request)
        ? table.mutate(request)
        : lockIn(request.trans).then((keyId) => table.mutate(sealed(request, keyId))),
  };
}

/** The browser's cursor answers only when asked as itself. */
function openedCursor(cursor: DBCoreCursor, opened: (row: Row | undefined) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => opened(cursor.value) },
  });
}
