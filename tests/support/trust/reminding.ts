import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Callback, CallbackSchema } from '../../../lib/domain/callback.ts';
import { type AnnouncedStage, announcementKey } from '../../../lib/reminders/notification-ids.ts';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { chooseContent } from '../journey/backup.ts';
import { statusSays } from '../journey/form.ts';
import { until } from '../wait.ts';
import type { TrustBench } from './bench.ts';
import { readKept } from './kept.ts';

let made = 0;

/** An entry with a deadline, epoch ms: its lead is over at once, and it is overdue at that moment. */
export function dueAt(until: number, name: string): Callback {
  made += 1;
  const at = Date.now();
  return CallbackSchema.parse({
    id: crypto.randomUUID(),
    callerName: name,
    phone: { e164: `+1415555${String(1000 + made)}`, asShown: `+1415555${1000 + made}`, extension: null },
    alternatePhones: [],
    reference: '',
    reason: 'Asks when the engineer comes',
    reasonConfirmed: true,
    kind: 'promised',
    happenedAt: at,
    promise: { from: null, until, zone: 'Etc/GMT', words: '' },
    owner: null,
    status: 'needs call',
    notes: '',
    source: null,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    attempts: [],
    history: [],
  });
}

/** A backup that holds these entries. */
export function backupOf(entries: readonly Callback[]): string {
  const callbacks = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `{"format":"ringback-backup","version":1,"callbacks":[\n${callbacks}\n],"closedDays":[]}\n`;
}

/** Takes entries in as an agent does, from a backup, because a form knows no seconds. */
export async function importEntries(
  { browser }: TrustBench,
  folder: string,
  entries: readonly Callback[],
): Promise<void> {
  const options = await browser.openOwn('options.html');
  await chooseContent(options, folder, `${crypto.randomUUID()}.json`, backupOf(entries));
  const words =
    entries.length === 1 ? 'Import 1 callback' : `Import ${entries.length.toLocaleString('en')} callbacks`;
  await (await options.find('button', words)).click();
  await statusSays(options, /^Imported/);
  // Their leads are told at once, and a page of Ringback is not to help with what comes.
  await until('the leads to be told', async () => {
    const told = new Set((await readKept(options)).announced.map(({ key }) => key));
    return entries.every((entry) => told.has(announcementKey(entry, 'lead')));
  });
  await options.close();
}

/** When a stage of this entry, "overdue" unless said, was seen told from outside, epoch ms; waits for it. */
export async function whenTold(
  screen: ChromiumScreen,
  entry: Callback,
  stage: AnnouncedStage = 'overdue',
  within = 120_000,
): Promise<number> {
  const key = announcementKey(entry, stage);
  await until(
    `${entry.callerName} to be told of`,
    async () => (await readKept(screen)).announced.some((one) => one.key === key),
    { within, every: 100 },
  );
  return Date.now();
}

/** Stops the background worker as the browser does when nothing happens: alarms are to wake it. */
export async function letSleep(screen: ChromiumScreen): Promise<void> {
  const cdp = await screen.page.createCDPSession();
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

/**
 * Switches Ringback's notifications off as the browser's own switch for an extension does, which is a line of the
 * profile: its settings for sites do not count for extensions.
 */
export async function denyNotifications({ browser, profileDir }: TrustBench): Promise<void> {
  const path = join(profileDir, 'Default', 'Preferences');
  await browser.close();
  const preferences = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  preferences.message_center = { disabled_extension_ids: [browser.extensionId] };
  await writeFile(path, JSON.stringify(preferences));
  await browser.start();
}

/** Lateness as it is published: how many, and the worst, in seconds. */
export function latenessOf(moments: readonly { due: number; told: number }[]) {
  const late = moments.map(({ due, told }) => (told - due) / 1000);
  const mean = late.reduce((sum, one) => sum + one, 0) / late.length;
  return { count: late.length, mean: Number(mean.toFixed(1)), worst: Number(Math.max(...late).toFixed(1)) };
}
