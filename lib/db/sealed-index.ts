import {
  cmp,
  type DBCoreCursor,
  type DBCoreKeyRange,
  type DBCoreOpenCursorRequest,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
} from 'dexie';
import { parseEnvelope } from '../lock/envelope.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import { partOf } from './part-of.ts';
import { sealedPlace } from './sealed-tables.ts';

/** The table of the sealed index. */
export const sealedIndexTable = 'sealedIndex';

/** What the hidden indexes know of one row: its key and the values of the paths they are made of. */
export type Indexed = Record<string, unknown> & { id: string };

interface SealedPart {
  part: number;
  sealed: Uint8Array;
}
type Parts = Map<number, Map<string, unknown[]>>;

export type SealedIndex = ReturnType<typeof createSealedIndex>;

/**
 * Stands in for indexes whose values are to be kept secret, in parts that are sealed whole: nothing tells when an
 * entry was closed, nor in which order. What it holds of a row is written in the transaction that writes the row.
 * @param paths what is kept of each row, in this order: once released it never changes
 * @param isKept leaves out rows nobody looks for
 */
export function createSealedIndex(
  table: DBCoreTable,
  paths: readonly string[],
  isKept: (row: Record<string, unknown>) => boolean,
) {
  /** Parts as opened before: one with the same nonce has not changed. */
  const opened = new Map<number, { nonce: string; rows: Map<string, unknown[]> }>();
  let last: { parts: Map<string, unknown[]>[]; rows: Indexed[] } = { parts: [], rows: [] };

  function open({ part, sealed }: SealedPart, cipher: RowCipher): Map<string, unknown[]> {
    const nonce = `${cipher.keyId} ${parseEnvelope(sealed)?.nonce.toHex()}`;
    const known = opened.get(part);
    if (known?.nonce === nonce) return known.rows;
    const list = cipher.open(sealedPlace(sealedIndexTable, part), sealed) as [string, ...unknown[]][];
    const rows = new Map(list.map(([id, ...values]) => [id, values]));
    opened.set(part, { nonce, rows });
    return rows;
  }

  const toRow = ([id, values]: [string, unknown[]]): Indexed => ({
    ...Object.fromEntries(paths.map((path, at) => [path, values[at]])),
    id,
  });

  function readParts(trans: DBCoreTransaction, cipher: RowCipher, parts: number[]): Promise<Parts> {
    return table.getMany({ trans, keys: parts }).then((stored: (SealedPart | undefined)[]) => {
      const read: Parts = new Map();
      stored.forEach((one, at) => {
        read.set(parts[at] as number, new Map(one ? open(one, cipher) : []));
      });
      return read;
    });
  }

  function writeParts(trans: DBCoreTransaction, cipher: RowCipher, parts: Parts): Promise<unknown> {
    const values = [...parts].map(([part, rows]) => ({
      part,
      sealed: cipher.seal(
        sealedPlace(sealedIndexTable, part),
        [...rows].map(([id, kept]) => [id, ...kept]),
      ),
    }));
    return table.mutate({ type: 'put', trans, values });
  }

  function change(
    trans: DBCoreTransaction,
    cipher: RowCipher,
    ids: readonly string[],
    act: (id: string, rows: Map<string, unknown[]>, at: number) => void,
  ): Promise<unknown> {
    const parts = [...new Set(ids.map(partOf))];
    return readParts(trans, cipher, parts).then((read) => {
      for (const [at, id] of ids.entries()) act(id, read.get(partOf(id)) as Map<string, unknown[]>, at);
      return writeParts(trans, cipher, read);
    });
  }

  return {
    /** Every row that is kept, in no order. */
    all(trans: DBCoreTransaction, cipher: RowCipher): Promise<Indexed[]> {
      const request = { trans, values: true, query: { index: table.schema.primaryKey, range: everything } };
      return table.query(request).then(({ result }) => {
        const parts = (result as SealedPart[]).map((part) => open(part, cipher));
        const isSame =
          parts.length === last.parts.length && parts.every((part, at) => part === last.parts[at]);
        if (!isSame) last = { parts, rows: parts.flatMap((part) => [...part].map(toRow)) };
        return last.rows;
      });
    },
    /** Takes down what these rows are to be found by from here on. */
    note(trans: DBCoreTransaction, cipher: RowCipher, rows: readonly Indexed[]): Promise<unknown> {
      const ids = rows.map(({ id }) => id);
      return change(trans, cipher, ids, (id, into, at) => {
        const row = rows[at] as Indexed;
        if (isKept(row))
          into.set(
            id,
            paths.map((path) => row[path]),
          );
        else into.delete(id);
      });
    },
    forget(trans: DBCoreTransaction, cipher: RowCipher, ids: readonly string[]): Promise<unknown> {
      return change(trans, cipher, ids, (id, from) => from.delete(id));
    },
    clear: (trans: DBCoreTransaction): Promise<unknown> =>
      table.mutate({ type: 'deleteRange', trans, range: everything }),
  };
}

/** DBCoreRangeType.Any. */
const everything: DBCoreKeyRange = { type: 3, lower: undefined, upper: undefined };

/** One row as an index has it. */
export interface IndexEntry {
  key: unknown;
  primaryKey: unknown;
}

/** The same rows are asked for many times while one scrolls. */
const sorted = new WeakMap<readonly Indexed[], Map<string, IndexEntry[]>>();

/** What an index over `keyPath` gives for a range: in the order of its keys, those of one key by primary key. */
export function inRange(
  rows: readonly Indexed[],
  keyPath: string | readonly string[],
  range: DBCoreKeyRange,
): IndexEntry[] {
  const known = sorted.get(rows) ?? new Map<string, IndexEntry[]>();
  sorted.set(rows, known);
  const name = String(keyPath);
  const entries = known.get(name) ?? inOrder(rows, keyPath);
  known.set(name, entries);
  return entries.filter(({ key }) => isWithin(key, range));
}

function inOrder(rows: readonly Indexed[], keyPath: string | readonly string[]): IndexEntry[] {
  const keyOf = (row: Indexed) =>
    typeof keyPath === 'string' ? row[keyPath] : keyPath.map((path) => row[path]);
  return (
    rows
      .map((row) => ({ key: keyOf(row), primaryKey: row.id }))
      // As in the browser's own, what has no key is not in it.
      .filter(({ key }) => [key].flat().every((value) => value !== undefined && value !== null))
      .sort((a, b) => cmp(a.key, b.key) || cmp(a.primaryKey, b.primaryKey))
  );
}

function isWithin(key: unknown, { lower, lowerOpen, upper, upperOpen }: DBCoreKeyRange): boolean {
  if (lower !== undefined && (lowerOpen ? cmp(key, lower) <= 0 : cmp(key, lower) < 0)) return false;
  return upper === undefined || (upperOpen ? cmp(key, upper) < 0 : cmp(key, upper) <= 0);
}

/** Goes through keys as the browser's own cursor does. */
export function keyCursor(
  entries: readonly IndexEntry[],
  { trans, values }: Pick<DBCoreOpenCursorRequest, 'trans' | 'values'>,
): DBCoreCursor | null {
  if (values) throw new Error('Of a hidden index keys are asked for first, and then their rows.');
  let at = 0;
  let steps = 0;
  let end: { resolve(value: unknown): void; reject(error: unknown): void } | null = null;
  const go = (count: number) => {
    steps = count;
  };
  if (entries.length === 0) return null;
  return {
    trans,
    get key() {
      return entries[at]?.key;
    },
    get primaryKey() {
      return entries[at]?.primaryKey;
    },
    get done() {
      return at >= entries.length;
    },
    continue: () => go(1),
    advance: go,
    continuePrimaryKey() {
      throw new Error('not for a sealed index');
    },
    next() {
      throw new Error('not for a sealed index');
    },
    stop: (value) => end?.resolve(value),
    fail: (error) => end?.reject(error),
    start(onNext) {
      // Dexie's promise: the browser's own would lose Dexie the transaction it is in.
      return new Dexie.Promise<unknown>((resolve, reject) => {
        let isOver = false;
        end = {
          resolve(value) {
            isOver = true;
            resolve(value);
          },
          reject(error) {
            isOver = true;
            reject(error);
          },
        };
        while (!isOver && at < entries.length) {
          steps = 0;
          onNext();
          if (steps === 0) return;
          at += steps;
        }
        resolve(undefined);
      });
    },
  };
}
