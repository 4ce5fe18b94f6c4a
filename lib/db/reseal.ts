import { promiseKey } from '../domain/due.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import { copiesOf, dropCopies } from './migration-copy.ts';
import type { Announcement, RingbackDatabase } from './schema.ts';
import { lockRow } from './sealing.ts';

/** Rows written anew in one transaction. */
const pageSize = 500;

/** Copies of a sealed list made before this version told more: of version 5 times, up to 7 owners' names. */
const lastTellingCopy = 8;

/** Stages are announced under the promise they are of (announcementKey): its name and its tag. */
const parts = /^([^|]+)\|([^|]+)\|([^|]+)$/;
/** A name has one of these, a tag, in base64, none. */
const isName = /[:@]/;

/** Announcements as they are kept while a passcode is set: under tags, which tell no times. */
export function underTags(all: readonly Announcement[], cipher: RowCipher): Announcement[] {
  return all.map((one) => {
    const [, id, name, stage] = parts.exec(one.key) ?? [];
    return name && isName.test(name) ? { ...one, key: `${id}|${cipher.tag(name)}|${stage}` } : one;
  });
}

/** The way back, for the entries there are: nobody can tell what else a tag stands for. */
export function underNames(
  all: readonly Announcement[],
  entries: readonly Parameters<typeof promiseKey>[0][],
  cipher: RowCipher,
): Announcement[] {
  const names = new Map(entries.map((entry) => [cipher.tag(promiseKey(entry)), promiseKey(entry)]));
  return all.flatMap((one) => {
    const [, id, tag = '', stage] = parts.exec(one.key) ?? [];
    if (id === undefined || isName.test(tag)) return one;
    const name = names.get(tag);
    return name === undefined ? [] : { ...one, key: `${id}|${name}|${stage}` };
  });
}

/** Replaces all announcements by what `rule` makes of them. Within a transaction. */
export async function renameAnnouncements(
  db: RingbackDatabase,
  rule: (all: readonly Announcement[]) => Announcement[],
): Promise<void> {
  const all = await db.announcements.toArray();
  await db.announcements.clear();
  await db.announcements.bulkPut(rule(all));
}

/**
 * Writes anew what a version before the sealed index has sealed with more in the clear: a page of rows at a time,
 * so that it may be broken off and gone on with. Then the copy of the old rows goes, too.
 * @returns true where something was written; false too where it is locked, or no passcode is set
 */
export async function reseal(db: RingbackDatabase): Promise<boolean> {
  const lock = await db.lock.get(lockRow);
  const cipher = db.keys.cipher();
  if (!lock || lock.keyId !== cipher?.keyId) return false;
  const resealed = await resealTeam(db);
  let ids = await olderRows(db);
  // The copy goes last: where it is still there, something was broken off.
  const copied = (await copiesOf(db.name)).some(({ version }) => version <= lastTellingCopy);
  if (ids.length === 0 && !copied) return resealed;
  // Before the rows: broken off in between, it is begun again for as long as there is one of them.
  await db.transaction('rw', db.announcements, () =>
    renameAnnouncements(db, (all) => underTags(all, cipher)),
  );
  while (ids.length > 0) {
    const page = ids;
    await db.transaction('rw', db.callbacks, async () => {
      const rows = await db.callbacks.bulkGet(page);
      await db.callbacks.bulkPut(rows.flatMap((row) => row ?? []));
    });
    ids = await olderRows(db);
  }
  await dropCopies(db.name, null);
  return true;
}

/** Version 5 kept the team's state in the clear. @returns true where it stood there so */
async function resealTeam(db: RingbackDatabase): Promise<boolean> {
  const stored: { sealed?: unknown } | undefined = await asked(
    db.backendDB().transaction('team').objectStore('team').get('team'),
  );
  if (!stored || stored.sealed !== undefined) return false;
  await db.transaction('rw', db.team, async () => {
    const team = await db.team.get('team');
    if (team) await db.team.put(team);
  });
  return true;
}

/** Ids of rows the browser's own index tells when they were closed of: those sealed before. */
function olderRows(db: RingbackDatabase): Promise<string[]> {
  const store = db.backendDB().transaction('callbacks').objectStore('callbacks');
  return asked(store.index('closedKey').getAllKeys(null, pageSize)).then((ids) => ids.map(String));
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
