import { Dexie } from 'dexie';
import { copiesOf, dropCopies } from './migration-copy.ts';

/**
 * The copies made before migrations hold names as the list does, so what is past its time goes from them as well.
 * They are never read but to undo a migration: there is nothing to anonymise for. @param now epoch ms
 */
export async function dropOldFromCopies(name: string, cutoff: number, now: number): Promise<void> {
  await dropCopies(name, (await copiesOf(name)).at(-1)?.name ?? null, now);
  for (const copy of await copiesOf(name)) await dropOldFrom(copy.name, cutoff);
}

async function dropOldFrom(name: string, cutoff: number): Promise<void> {
  // Opened without a version, so as what it is: each version has had this index.
  const copy = await new Dexie(name, { chromeTransactionDurability: 'strict' }).open();
  try {
    const has = (table: string) => copy.tables.some((one) => one.name === table);
    if (has('callbacks'))
      await copy.table('callbacks').where('closedKey').between(1, cutoff, true, true).delete();
    if (has('drafts')) {
      await copy
        .table<{ updatedAt: number }>('drafts')
        .filter(({ updatedAt }) => updatedAt <= cutoff)
        .delete();
    }
  } finally {
    copy.close();
  }
}
