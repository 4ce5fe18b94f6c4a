import { render } from 'preact';
import * as z from 'zod/mini';
import { DaySheet } from '../../components/day/DaySheet.tsx';
import '../../components/day/day.css';
import { openDatabase } from '../../lib/db/open-database.ts';
import type { Callback } from '../../lib/domain/callback.ts';
import { dayList } from '../../lib/domain/day-list.ts';
import { sortByUrgency } from '../../lib/domain/priority.ts';
import { dayRules } from '../../lib/domain/settings.ts';
import { wordsLanguage } from '../../lib/i18n/language.ts';
import { dayTitle, shareTable } from '../../lib/i18n/share-words.ts';
import { settingsWords } from '../../lib/i18n/words.ts';
import { uiLocale } from '../../lib/platform/locale.ts';
import { localStorageArea } from '../../lib/platform/storage.ts';
import { createSettingsStore } from '../../lib/settings/settings-store.ts';
import { createPageKeys } from '../../lib/stores/page-keys.ts';
import { passLock } from '../../lib/stores/page-lock.ts';
import { createTeamArea, presentNames } from '../../lib/stores/team-people.ts';

// zod compiles its schemas with `new Function` where it may; our pages' policy forbids it, so it need not try.
z.config({ jitless: true });

async function start(root: HTMLElement): Promise<void> {
  const file = createSettingsStore({ area: localStorageArea, locale: uiLocale(), words: settingsWords() });
  const rules = dayRules(await file.load(), Temporal.Now.timeZoneId());
  const now = Date.now();
  const keys = createPageKeys();
  const repositories = openDatabase(keys);
  await passLock({
    keys,
    repositories,
    showLocked: async () => (await import('../../components/lock/show-locked.tsx')).showLocked(root),
    reload: () => location.reload(),
  });
  const teamArea = createTeamArea(localStorageArea, keys, repositories.lockKeyId);
  const table = await Promise.all([
    repositories.callbacks.open(),
    presentNames(teamArea).catch(() => asStored),
  ]).then(
    ([open, named]) => {
      const today = dayList(sortByUrgency(open.map(named), rules, now), rules, now);
      return shareTable(today, rules, dayTitle(now, rules.zone));
    },
    () => null,
  );
  const print = () => window.print();
  render(<DaySheet table={table} onPrint={print} />, root);
  if (table && table.rows.length > 0) print();
}

/** A list with the names of then is better than none. */
const asStored = (callback: Callback): Callback => callback;

document.documentElement.lang = wordsLanguage();
const root = document.getElementById('app');
if (root) start(root);
