const markName = 'ringback-mark';
const madeKey = 'mark-made';

interface LocalArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/**
 * Tells where the browser has thrown this profile's databases away, as it does with one it takes for damaged: an
 * empty list would look as if all were done. An empty database stands for the others, which go together with it, and
 * the settings' storage, which stays, knows that it was made.
 *
 * @param tell done before it counts as told, and not again after that
 */
export async function tellIfThrownAway(local: LocalArea, tell: () => Promise<void>): Promise<void> {
  const isThere = (await indexedDB.databases()).some(({ name }) => name === markName);
  if (!isThere) {
    if (await local.get(madeKey)) await tell();
    await makeDatabase(markName);
  }
  await local.set(madeKey, true);
}

/** Makes a database without anything in it. @throws what the database says where it cannot be used */
export function makeDatabase(name: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
