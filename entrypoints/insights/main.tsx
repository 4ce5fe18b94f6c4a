import { render } from 'preact';
import * as z from 'zod/mini';
import { InsightsPage } from '../../components/insights/InsightsPage.tsx';
import '../../components/insights/insights.css';
import { openDatabaseForInsights } from '../../lib/db/insights-repository.ts';
import { wordsLanguage } from '../../lib/i18n/language.ts';
import { settingsWords } from '../../lib/i18n/words.ts';
import { uiLocale } from '../../lib/platform/locale.ts';
import { saveAs } from '../../lib/platform/save-as.ts';
import { localStorageArea } from '../../lib/platform/storage.ts';
import { createSettingsStore as createSettingsFile } from '../../lib/settings/settings-store.ts';
import { createClockStore } from '../../lib/stores/clock-store.ts';
import { createInsightsStore } from '../../lib/stores/insights-store.ts';
import { createPageKeys } from '../../lib/stores/page-keys.ts';
import { passLock } from '../../lib/stores/page-lock.ts';
import { createSettingsStore } from '../../lib/stores/settings-store.ts';

// zod compiles its schemas with `new Function` where it may; our pages' policy forbids it, so it need not try.
z.config({ jitless: true });

const loadDraw = async () => (await import('../../components/insights/draw-chart.ts')).drawChart;

async function start(root: HTMLElement): Promise<void> {
  const file = createSettingsFile({ area: localStorageArea, locale: uiLocale(), words: settingsWords() });
  const { zone } = createClockStore({
    now: Date.now,
    zone: () => Temporal.Now.timeZoneId(),
    every: () => () => {},
  });
  const { settings, rules } = createSettingsStore(await file.load(), { watch: file.watch, zone });
  const keys = createPageKeys();
  const repositories = openDatabaseForInsights(keys);
  await passLock({
    keys,
    repositories,
    showLocked: async () => (await import('../../components/lock/show-locked.tsx')).showLocked(root),
    reload: () => location.reload(),
  });
  const { insights } = repositories;
  const store = createInsightsStore({
    entriesSince: insights.entriesSince,
    settings,
    rules,
    now: Date.now,
    loadCsv: async () => (await import('../../lib/backup/guarded-csv.ts')).guardedCsv,
    saveFile: saveAs,
  });
  render(<InsightsPage store={store} loadDraw={loadDraw} />, root);
  await store.load();
  // What happened in another window since is looked up when this one is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') store.load();
  });
}

document.documentElement.lang = wordsLanguage();
const root = document.getElementById('app');
if (root) start(root);
