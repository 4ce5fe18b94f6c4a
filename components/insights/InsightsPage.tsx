import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Dimension } from '../../lib/domain/insights/breakdown.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { type InsightsStore, periods } from '../../lib/stores/insights-store.ts';
import type { DrawChart } from './chart-model.ts';
import { FigureCard } from './FigureCard.tsx';
import { figureViews } from './figure-tables.ts';

interface InsightsPageProps {
  store: InsightsStore;
  /** Fetches what draws charts. */
  loadDraw: () => Promise<DrawChart>;
}

/** How the promises went: four figures over some weeks, broken down one way at a time. */
export function InsightsPage({ store, loadDraw }: InsightsPageProps) {
  useEffect(() => {
    document.title = `Ringback: ${i18n.t('insights.title')}`;
  }, []);
  const state = store.state.value;
  return (
    <main class="page insights" aria-busy={state === 'loading'}>
      <header class="page-head">
        <h1>{i18n.t('insights.title')}</h1>
        <Choices store={store} />
      </header>
      {state === 'failed' ? (
        <p class="notice warning" role="alert">
          {i18n.t('insights.failed')}
        </p>
      ) : state === 'loading' ? (
        <div class="figures" aria-hidden="true">
          {[0, 1, 2, 3].map((place) => (
            <div key={place} class="figure waiting" />
          ))}
        </div>
      ) : store.empty.value ? (
        <div class="empty">
          <p>{i18n.t('insights.empty')}</p>
          <p class="muted">{i18n.t('insights.emptyHint')}</p>
        </div>
      ) : (
        <Figures store={store} loadDraw={loadDraw} />
      )}
      <p class="hint">{i18n.t('insights.hint')}</p>
    </main>
  );
}

function Figures({ store, loadDraw }: InsightsPageProps) {
  const missedMinutes = store.missedMinutes.value;
  const views = useMemo(() => figureViews(missedMinutes), [missedMinutes]);
  return (
    <div class="figures">
      {views.map((view) => (
        <FigureCard
          key={view.id}
          view={view}
          store={store}
          rowHead={dimensionWord(store.by.value)}
          loadDraw={loadDraw}
        />
      ))}
    </div>
  );
}

function Choices({ store }: { store: InsightsStore }) {
  return (
    <div class="choices">
      <div class="choice">
        <label for="period" class="muted small">
          {i18n.t('insights.period')}
        </label>
        <select
          id="period"
          class="input"
          value={store.weeks.value}
          onChange={(event) => store.chooseWeeks(Number(event.currentTarget.value))}
        >
          {periods.map((weeks) => (
            <option key={weeks} value={weeks}>
              {i18n.t('insights.weeks', [wholeNumber(weeks)])}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="chips choice">
        <legend class="muted small">{i18n.t('insights.by')}</legend>
        {store.dimensions.value.map((dimension) => (
          <button
            key={dimension}
            type="button"
            class="chip"
            aria-pressed={store.by.value === dimension}
            onClick={() => store.chooseBy(dimension)}
          >
            {dimensionWord(dimension)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function dimensionWord(dimension: Dimension): string {
  switch (dimension) {
    case 'week':
      return i18n.t('insights.byWeek');
    case 'kind':
      return i18n.t('insights.byKind');
    case 'hour':
      return i18n.t('insights.byHour');
    case 'owner':
      return i18n.t('insights.byOwner');
  }
}
