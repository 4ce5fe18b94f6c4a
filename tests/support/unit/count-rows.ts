import type { DBCore, DBCoreCursor, DBCoreTable } from 'dexie';
import type { RingbackDatabase } from '../../../lib/db/schema.ts';

/** Counts the rows a database gives out, whatever asks for them; keys and counts taken from an index are none. */
export function countRows(db: RingbackDatabase): { since(): number } {
  let rows = 0;
  const seen = <T>(value: T, count: number): T => {
    rows += count;
    return value;
  };
  db.use({
    stack: 'dbcore',
    name: 'count-rows',
    create: (core: DBCore): DBCore => ({
      ...core,
      table(name): DBCoreTable {
        const table = core.table(name);
        return {
          ...table,
          get: async (request) => seen(await table.get(request), 1),
          getMany: async (request) => seen(await table.getMany(request), request.keys.length),
          query: async (request) => {
            const response = await table.query(request);
            return seen(response, request.values ? response.result.length : 0);
          },
          openCursor: async (request) => {
            const cursor = await table.openCursor(request);
            return cursor && request.values ? counting(cursor, () => seen(undefined, 1)) : cursor;
          },
        };
      },
    }),
  });
  return {
    /** Rows given out since this was asked last. */
    since() {
      const count = rows;
      rows = 0;
      return count;
    },
  };
}

function counting(cursor: DBCoreCursor, count: () => void): DBCoreCursor {
  return Object.create(cursor, {
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          count();
          onNext();
        }),
    },
  });
}
