import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { countRows } from '../../tests/support/unit/count-rows.ts';
import { databaseName } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, phone, wednesday } from '../../tests/support/unit/entries.ts';
import { aList } from '../../tests/support/unit/panel.ts';
import { repositoriesOf } from './open-database.ts';
import { createPrivacyRepository } from './privacy-repository.ts';
import { RingbackDatabase } from './schema.ts';

const hour = 3_600_000;
const closed = 900;
const open = 20;

/** A list of months, and a count of the rows that are read of it. */
async function aLongList() {
  const db = new RingbackDatabase(databaseName());
  const read = countRows(db);
  const repositories = {
    ...repositoriesOf(db),
    privacy: createPrivacyRepository(db),
  };
  onTestFinished(async () => {
    await db.delete();
  });
  await repositories.callbacks.add(
    Array.from({ length: open + closed }, (_, place) =>
      aCallback({
        id: idAt(place + 1),
        callerName: place === open + closed - 1 ? 'Zephyr' : `Caller ${place}`,
        phone: phone(`+1415555${String(place).padStart(4, '0')}`),
        ...(place < open ? {} : { status: 'completed', closedAt: wednesday - place * hour }),
      }),
    ),
  );
  read.since();
  return { repositories, read };
}
type Long = Awaited<ReturnType<typeof aLongList>>;

describe('of a list of months, what is read', () => {
  test.each<[string, number, (list: Long['repositories']) => Promise<unknown>]>([
    ['for the open ones', open, ({ callbacks }) => callbacks.open()],
    ['to count the open ones', 0, ({ callbacks }) => callbacks.countOpen()],
    ['to count the closed ones', 0, ({ callbacks }) => callbacks.countClosed()],
    ['for the latest closed ones', 30, ({ callbacks }) => callbacks.closed(30)],
    ['for a page far down', 40, ({ callbacks }) => callbacks.closed(40, 800)],
    ['for some by their ids', 2, ({ callbacks }) => callbacks.byIds([idAt(3), idAt(300)])],
    ['for a number', 1, ({ callbacks }) => callbacks.withPhone('+14155550500')],
    ['for what was closed today', 6, ({ callbacks }) => callbacks.closedSince(wednesday - (open + 5) * hour)],
    ['for what is not logged', 0, ({ callbacks }) => callbacks.unlogged()],
    ['for one', 1, ({ callbacks }) => callbacks.get(idAt(500))],
    ['to know how old the list is', 1, ({ callbacks }) => callbacks.oldest()],
    ['to know that storage answers', 0, ({ failure }) => failure()],
    ['for what was announced', 0, ({ reminders }) => reminders.announced([idAt(1)])],
    [
      // And once whether this profile is in a team.
      'to let go of what is past its time',
      10 + 1,
      ({ privacy }) =>
        privacy.ageOut({
          cutoff: wednesday - (open + closed - 10) * hour,
          action: 'anonymise',
          limit: 200,
          now: wednesday,
        }),
    ],
  ])('%s: %d rows', async (_, rows, ask) => {
    const { repositories, read } = await aLongList();
    await ask(repositories);
    expect(read.since()).toBe(rows);
  });
});

describe('the panel', () => {
  test('opens with the open ones and the latest closed ones alone', async () => {
    const { repositories, read } = await aLongList();
    const { callbacks, longList } = aList({ repositories });
    await callbacks.loaded;
    await vi.waitFor(() => expect(longList.closedCount.value).toBe(closed));
    expect(read.since()).toBe(open + 30);
  });

  test('reads each closed one once to search them, and none at the next key', async () => {
    const { repositories, read } = await aLongList();
    const { callbacks, longList } = aList({ repositories });
    await callbacks.loaded;
    longList.showClosed(0, 5);
    await vi.waitFor(() => expect(longList.closedAt(35)).not.toBeNull());
    read.since();
    longList.setSearch('zephyr');
    await vi.waitFor(() => expect(longList.closedAt(0)?.callerName).toBe('Zephyr'));
    await vi.waitFor(() => expect(longList.looking.value).toBe(false));
    longList.setSearch('zephy');
    await vi.waitFor(() => expect(longList.looking.value).toBe(false));
    longList.setSearch('nobody at all');
    await vi.waitFor(() => expect(longList.closedCount.value).toBe(0));
    // Beside them the one that is shown is read by itself, and once more, when it may, as the search behind it ends.
    const searched = read.since();
    expect(searched).toBeGreaterThan(closed);
    expect(searched).toBeLessThanOrEqual(closed + 2);
  });
});
