import {
  type DBCore,
  type DBCoreCursor,
  type DBCoreIndex,
  type DBCoreKeyRange,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from 'dexie';
import type { Keyring } from '../lock/keyring.ts';
import {
  createSealedIndex,
  type IndexEntry,
  type Indexed,
  inRange,
  keyCursor,
  type SealedIndex,
  sealedIndexTable,
} from './sealed-index.ts';
import { type Closing, muted, sealedPlace, sealingOf } from './sealed-tables.ts';

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
  const indexes = new Map<string, SealedIndex>();
  const indexOf = (name: string): SealedIndex | null => {
    const hidden = sealingOf(name)?.hidden;
    if (!hidden || !down.schema.tables.some((table) => table.name === sealedIndexTable)) return null;
    const index =
      indexes.get(name) ?? createSealedIndex(down.table(sealedIndexTable), hidden.paths, hidden.isKept);
    indexes.set(name, index);
    return index;
  };
  return {
    ...down,
    transaction(stores, mode, options) {
      const hides = stores.some((store) => indexOf(store) !== null);
      const fenced = hides || (mode === 'readwrite' && stores.some((store) => isFenced(store)));
      const more = [...(fenced ? [lockTable] : []), ...(hides ? [sealedIndexTable] : [])];
      return down.transaction([...new Set([...stores, ...more])], mode, options);
    },
    table(name) {
      const table = down.table(name);
      if (name === lockTable) return lockIn.watching(table);
      const mute = muted[name];
      if (mute) return muteTable(table, mute, lockIn.read);
      return sealingOf(name) ? sealTable(table, keys, lockIn.read, indexOf(name)) : table;
    },
  };
}

/** Whether what is written to a table depends on whether a passcode is set. */
const isFenced = (store: string) => sealingOf(store) !== null || store in muted;

type MaybeLocked = (trans: DBCoreTransaction) => Promise<string | null>;

/** Dexie's promise: the browser's own would lose Dexie the transaction it is in. */
const resolved = <T>(value: T) => Dexie.Promise.resolve(value) as unknown as Promise<T>;

interface Looking {
  trans: DBCoreTransaction;
  query: { index: DBCoreIndex; range: DBCoreKeyRange };
}

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
      if (read !== undefined) return resolved(read);
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

function muteTable(table: DBCoreTable, mute: (row: Row) => Row, lockIn: MaybeLocked): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      isMigration(request.trans) || !stores(request)
        ? table.mutate(request)
        : lockIn(request.trans).then((keyId) =>
            table.mutate(keyId === null ? request : { ...request, values: request.values.map(mute) }),
          ),
  };
}

function sealTable(
  table: DBCoreTable,
  keys: Keyring,
  lockIn: MaybeLocked,
  sealedIndex: SealedIndex | null,
): DBCoreTable {
  const { name, schema } = table;
  const { clear, tagged = [], hidden, upToDate } = sealingOf(name) ?? {};
  const keyOf = schema.primaryKey.extractKey as (row: Row) => unknown;
  const hiddenPaths = sealedIndex && hidden ? hidden.paths : [];
  const indexed = schema.indexes
    .flatMap(({ keyPath }) => keyPath ?? [])
    .filter((path) => !hiddenPaths.includes(path));
  const placeOf = (row: Row) => sealedPlace(name, keyOf(row));

  function closed(row: Row, closing: Closing): Row {
    const { cipher } = closing;
    const open = [schema.primaryKey.keyPath ?? [], ...indexed].flat();
    const kept = Object.fromEntries(open.filter((path) => path in row).map((path) => [path, row[path]]));
    for (const path of tagged) kept[path] = [row[path]].flat().map((text) => cipher.tag(String(text)));
    const beside = clear ? { clear: clear(row, closing) } : {};
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
    const closing = { cipher, rules: keys.rules() };
    return { ...request, values: request.values.map((row) => closed(row, closing)) };
  }

  /** What a hidden index has in this range, as it is asked for; null where the browser's own index has it. */
  function hiddenIn(
    { trans, query: { index, range } }: Looking,
    reverse: boolean,
  ): Promise<IndexEntry[] | null> {
    const { keyPath } = index;
    const isHidden = [keyPath ?? []].flat().some((path) => hiddenPaths.includes(path));
    if (!sealedIndex || !keyPath || !isHidden || isMigration(trans)) return resolved(null);
    return lockIn(trans).then((keyId) => {
      if (keyId === null) return null;
      const cipher = keys.cipher();
      if (cipher?.keyId !== keyId) throw new LockedError();
      return sealedIndex.all(trans, cipher).then((rows) =>
        // Rows sealed before there was a sealed index are in the browser's own until they are written again.
        table.query({ trans, values: true, query: { index, range } }).then(({ result }) => {
          const older = result as Indexed[];
          const found = inRange(older.length > 0 ? [...rows, ...older] : rows, keyPath, range);
          return reverse ? found.reverse() : found;
        }),
      );
    });
  }
  /** Takes down in the sealed index what is written, after it was. */
  function noted(request: DBCoreMutateRequest, keyId: string | null): Promise<DBCoreMutateResponse> {
    const written = table.mutate(stores(request) ? sealed(request, keyId) : request);
    if (!sealedIndex || keyId === null) return written;
    const { trans } = request;
    return written.then((response) => {
      const cipher = keys.cipher();
      const done = (): DBCoreMutateResponse => response;
      if (request.type === 'deleteRange') return sealedIndex.clear(trans).then(done);
      if (!cipher) throw new LockedError();
      if (request.type === 'delete') return sealedIndex.forget(trans, cipher, request.keys).then(done);
      const rows = request.values.filter((_, at) => !(at in response.failures)) as Indexed[];
      return sealedIndex.note(trans, cipher, rows).then(done);
    });
  }

  return {
    ...table,
    get: (request) => table.get(request).then((row: Row) => (isMigration(request.trans) ? row : opened(row))),
    getMany: (request) =>
      table.getMany(request).then((rows: Row[]) => (isMigration(request.trans) ? rows : rows.map(opened))),
    query: (request) =>
      hiddenIn(request, request.direction === 'prev').then((found) => {
        if (!found)
          return table.query(lookUp(request)).then((response) => {
            const asStored = !request.values || isMigration(request.trans);
            return asStored ? response : { ...response, result: response.result.map(opened) };
          });
        const ids = found.slice(0, request.limit).map(({ primaryKey }) => primaryKey);
        if (!request.values) return { result: ids };
        return table
          .getMany({ trans: request.trans, keys: ids })
          .then((rows: Row[]) => ({ result: rows.filter((row) => row !== undefined).map(opened) }));
      }),
    count: (request) =>
      hiddenIn(request, false).then((found) => (found ? found.length : table.count(lookUp(request)))),
    openCursor: (request) =>
      hiddenIn(request, request.reverse === true).then((found) => {
        if (found) return keyCursor(found, request);
        return table.openCursor(lookUp(request)).then((cursor) => {
          const asStored = !request.values || isMigration(request.trans);
          return cursor && !asStored ? openedCursor(cursor, opened) : cursor;
        });
      }),
    mutate: (request) =>
      isMigration(request.trans) || !(sealedIndex || stores(request))
        ? table.mutate(request)
        : lockIn(request.trans).then((keyId) => noted(request, keyId)),
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
