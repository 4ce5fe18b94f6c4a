import { expect, test, vi } from 'vitest';
import { type DayRules, defaultClocks, dueAt } from '../../lib/domain/due.ts';
import { dayRules, defaultSettings } from '../../lib/domain/settings.ts';
import { createKeyring } from '../../lib/lock/keyring.ts';
import { createRowCipher } from '../../lib/lock/row-cipher.ts';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';
import { aProfile, rowsOnDisk } from '../../tests/support/unit/lock.ts';
import { createLockWatch } from './lock-watch.ts';

vi.mock('../../lib/platform/alarms.ts', () => ({ setAlarm: async () => {} }));
vi.mock('../../lib/platform/notifications.ts', () => ({
  clearNotification: async () => {},
  shownNotifications: async () => [],
}));
vi.mock('../../lib/messaging/panel-requests.ts', () => ({ forgetCaptures: async () => {} }));

test('what is due stays right on disk when the rules or the zone changed', async () => {
  const profile = aProfile();
  const { record } = await profile.newLock();
  let rules: DayRules = dayRules(defaultSettings('US'), 'UTC');
  const keys = createKeyring(profile.session, {
    loadCipher: async () => createRowCipher,
    loadRules: async () => rules,
    follow: false,
  });
  const database = profile.aWindow(keys);
  await keys.ready();
  await database.lock.turnOn(record);
  const missed = aCallback({ id: idAt(1), kind: 'missed call', promise: null });
  await database.callbacks.add([missed]);
  const onDisk = async () => {
    const [row] = (await rowsOnDisk(profile.name)).callbacks ?? [];
    return (row?.clear as { dueAt: number } | undefined)?.dueAt;
  };
  const watch = createLockWatch({
    session: profile.session,
    settings: { load: async () => defaultSettings('US') },
    keys,
    database,
    teamArea: { seal: async () => {} },
  });
  const before = await onDisk();
  expect(before).toBe(dueAt(missed, rules));

  rules = dayRules({ ...defaultSettings('US'), clocks: { ...defaultClocks, missedMinutes: 60 } }, 'UTC');
  await watch.rulesChanged();
  expect(await onDisk()).toBe(dueAt(missed, rules));
  expect(await onDisk()).not.toBe(before);

  rules = dayRules(defaultSettings('US'), 'Asia/Tokyo');
  await profile.session.noteUse(Date.now());
  await watch.changed();
  expect(await onDisk()).toBe(dueAt(missed, rules));
});
