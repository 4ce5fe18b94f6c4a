import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announcementKey } from '../../lib/reminders/notification-ids.ts';
import type { Firefox } from '../support/browsers/firefox.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { chooseText } from '../support/journey/backup.ts';
import { statusSays } from '../support/journey/form.ts';
import { publish } from '../support/trust/figures.ts';
import { backupOf, dueAt, latenessOf } from '../support/trust/reminding.ts';
import { until } from '../support/wait.ts';
import { firefoxWorkplace, type Workplace } from '../support/workplace.ts';

const second = 1_000;
let workplace: Workplace<Firefox>;
beforeAll(async () => {
  workplace = await firefoxWorkplace();
});
afterAll(() => workplace?.close());

it('in Firefox a reminder comes after sleep: every process stopped over its time, and let go on', async () => {
  const { browser } = workplace;
  const moments: { due: number; told: number }[] = [];
  for (const [place, slept] of [10, 40].entries()) {
    const due = Date.now() + 15 * second;
    const entry = dueAt(due, `Asleep ${place}`);
    const options = await browser.openOwn('options.html');
    await options.find('heading', 'Backup');
    await chooseText(options, backupOf([entry]));
    await (await options.find('button', 'Import 1 callback')).click();
    await statusSays(options, /^Imported/);
    // A picture of ours: it sees the storage, and runs nothing of Ringback.
    const watch = await browser.openOwn('icon/16.png');
    await options.close();
    expect(Date.now(), 'the import took too long').toBeLessThan(due);
    browser.sleep();
    await pause(due + slept * second - Date.now());
    const woke = Date.now();
    browser.wake();
    const key = announcementKey(entry, 'overdue');
    await until('it to be told', async () => (await toldIn(watch)).includes(key), {
      within: 120 * second,
      every: 100,
    });
    moments.push({ due: woke, told: Date.now() });
    expect((await toldIn(watch)).filter((one) => one === key)).toHaveLength(1);
    await watch.close();
  }
  const lateness = latenessOf(moments);
  await publish('lateness-after-sleep-firefox', 0, lateness);
  expect(lateness.worst).toBeLessThanOrEqual(60);
});

/** Keys of what was announced. */
function toldIn(screen: Screen): Promise<string[]> {
  return screen.run(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('ringback');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('announcements').objectStore('announcements');
          const request = store.getAllKeys();
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result.map(String));
          };
        };
      }),
  );
}
