import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { InsightsStore } from '../../lib/stores/insights-store.ts';
import { Definition } from '../ui/Definition.tsx';
import { Chart } from './Chart.tsx';
import { chartModel, type DrawChart } from './chart-model.ts';
import { csvRows, type FigureView, rowName, rowsOf } from './figure-tables.ts';

interface FigureCardProps {
  view: FigureView;
  store: InsightsStore;
  /** What the rows stand for, "Week". */
  rowHead: string;
  loadDraw: () => Promise<DrawChart>;
}

/** One figure: how it stands, how it went, the same as a table and as a file. */
export function FigureCard({ view, store, rowHead, loadDraw }: FigureCardProps) {
  const total = store.total.value;
  const all = store.rows.value;
  const rows = useMemo(() => rowsOf(view, all), [view, all]);
  const model = useMemo(() => chartModel(view, rows), [view, rows]);
  const { title } = view;
  return (
    <section class="figure" aria-labelledby={`figure-${view.id}`}>
      <div class="figure-head">
        <h2 id={`figure-${view.id}`}>{title}</h2>
        <Definition label={i18n.t('insights.what', [title])} text={view.definition} />
      </div>
      <p class="figure-large">
        <strong class={view.counts(total) ? '' : 'muted'}>{view.large(total)}</strong>{' '}
        <span class="muted">{view.under(total)}</span>
      </p>
      {view.counts(total) ? (
        <>
          <Chart label={i18n.t('insights.chart', [title])} model={model} loadDraw={loadDraw} />
          <div class="figure-foot">
            <details>
              <summary>{i18n.t('insights.table')}</summary>
              <section
                class="table-room"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the keyboard where it is too wide
                tabIndex={0}
                aria-label={i18n.t('list.fieldOf', [title, i18n.t('insights.table')])}
              >
                <table>
                  <caption class="visually-hidden">{title}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{rowHead}</th>
                      {view.columns.map(({ head }) => (
                        <th key={head} scope="col">
                          {head}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ key, figures }) => {
                      const name = rowName(key);
                      return (
                        <tr key={name}>
                          <th scope="row">{name}</th>
                          {view.columns.map(({ head, cell }) => (
                            <td key={head}>{cell(figures)}</td>
                          ))}
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </section>
            </details>
            <button
              type="button"
              class="button quiet"
              aria-label={i18n.t('insights.csvOf', [title])}
              onClick={() => store.saveCsv(`ringback-${view.id}.csv`, csvRows(view, rowHead, rows))}
            >
              {i18n.t('insights.csv')}
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}
