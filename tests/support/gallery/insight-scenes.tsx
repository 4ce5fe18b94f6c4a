import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import '../../../components/insights/insights.css';
import { drawChart } from '../../../components/insights/draw-chart.ts';
import { InsightsPage } from '../../../components/insights/InsightsPage.tsx';
import type { Callback } from '../../../lib/domain/callback.ts';
import { dayRules, defaultSettings } from '../../../lib/domain/settings.ts';
import { createInsightsStore } from '../../../lib/stores/insights-store.ts';
import { pastWeeks } from '../screenshots/weeks.ts';
import { wednesday } from '../unit/entries.ts';

const zone = 'Europe/Berlin';

async function insights(
  stored: () => AsyncIterable<readonly Callback[]>,
  byOwner = false,
): Promise<ComponentChild> {
  const settings = { ...defaultSettings('US'), insightsByOwner: byOwner };
  const store = createInsightsStore({
    entriesSince: stored,
    settings: signal(settings),
    rules: signal(dayRules(settings, zone)),
    now: () => wednesday,
    loadCsv: async () => () => '',
    saveFile: () => {},
  });
  const loaded = store.load();
  // What never comes is not waited for.
  await Promise.race([loaded, new Promise((go) => setTimeout(go, 300))]);
  if (byOwner) store.chooseBy('owner');
  return <InsightsPage store={store} loadDraw={async () => drawChart} />;
}

async function* weeks(): AsyncIterable<readonly Callback[]> {
  yield pastWeeks(11, new Date(wednesday));
}

/** The page of the figures. */
export const insightPages: Record<string, () => Promise<ComponentChild>> = {
  insights: () => insights(weeks),
  'insights by owner': () => insights(weeks, true),
  'insights, nothing yet': () => insights(async function* () {}),
  'insights loading': () =>
    insights(async function* () {
      await new Promise(() => {});
    }),
  'insights failed': () =>
    insights(() => {
      throw new Error('no storage');
    }),
};
